import { parseConfig } from '#config.js';
import { verify } from '#coupons/verify.js';
import { openDatabase } from '#open-database.js';
import { runCommand } from '#platform/command.js';

await runCommand(async () => {
  const database = await openDatabase(parseConfig(process.env), { purpose: 'npm run verify', exclusive: false });
  try {
    const { coupons, passes, checks } = await verify(database.pool);
    console.log(`Checked ${coupons} coupons and ${passes} passes:`);
    for (const { rule, breaches } of checks) {
      console.log(`  ${breaches.length === 0 ? 'ok    ' : 'BROKEN'}  ${rule}`);
      for (const breach of breaches) console.log(`            ${breach}`);
    }
    const broken = checks.filter(({ breaches }) => breaches.length > 0).length;
    console.log(
      broken === 0 ? 'Every invariant holds.' : `${broken} ${broken === 1 ? 'invariant is' : 'invariants are'} broken.`,
    );
    if (broken > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
});
