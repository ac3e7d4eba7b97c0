import type { MikroORM } from '@mikro-orm/postgresql';

/** The names of all migrations that this version brings, without asking the database. */
export function migrationNames({ config, em }: MikroORM): string[] {
  const list = config.get('migrations').migrationsList ?? [];
  return list.map((entry) => {
    const migration: object = typeof entry === 'function' ? new entry(em.getDriver(), config) : entry;
    if (!('name' in migration) || typeof migration.name !== 'string') throw new Error('A migration has no name');
    return migration.name;
  });
}
