import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Passwords } from '#auth/passwords.js';
import { roles } from '#auth/role.js';
import { parseConfig } from '#config.js';
import { createStaffMember } from '#initial-data/create-staff-member.js';
import { openDatabase } from '#open-database.js';
import { runCommand } from '#platform/command.js';
import { StartupError } from '#platform/startup-error.js';

const USAGE = `Usage: npm run create-admin -- USERNAME [--role SUPPORT|OPERATOR|ADMIN]
The password is read from the environment variable PASSWORD; without it one is made and printed.`;

await runCommand(async () => {
  const { username, role } = readArguments();
  const given = process.env['PASSWORD'];
  const password = given ?? randomBytes(12).toString('base64url');

  const database = await openDatabase(parseConfig(process.env), { purpose: 'npm run create-admin', exclusive: false });
  const passwords = new Passwords();
  try {
    const user = await createStaffMember({ database, passwords }, { username, password, role }, 'npm run create-admin');
    console.log(`Created ${user.username} (${user.role}).${given === undefined ? ` Password: ${password}` : ''}`);
  } finally {
    await passwords.close();
    await database.close();
  }
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { role: { type: 'string', default: 'ADMIN' } },
    });
    const [username, ...rest] = positionals;
    const role = roles.find((name) => name === values.role && name !== 'READER');
    if (username === undefined || rest.length > 0 || !role) throw new StartupError(USAGE);
    return { username, role };
  } catch {
    throw new StartupError(USAGE);
  }
}
