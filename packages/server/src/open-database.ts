import { CouponBatchEntity } from '#admin/coupon-batches/coupon-batch.entity.js';
import { RecurringDropEntity } from '#admin/recurring-drops/recurring-drop.entity.js';
import { AuditEntryEntity } from '#audit/audit-entry.entity.js';
import { SessionEntity } from '#auth/session.entity.js';
import { UserEntity } from '#auth/user.entity.js';
import { BookEntity } from '#catalog/book.entity.js';
import type { Config } from '#config.js';
import { CouponEntity } from '#coupons/coupon.entity.js';
import { UserCouponEntity } from '#coupons/user-coupon.entity.js';
import { migrations } from '#migrations/list.js';
import { assertMigrated, connectDatabase, migrate, type Database, type DatabaseOptions } from '#platform/database.js';
import { openEmbeddedPostgres } from '#platform/embedded-postgres.js';

/** All entities and migrations, connected. */
export function connect(options: Pick<DatabaseOptions, 'url' | 'poolMax' | 'queryTimeoutMs'>): Promise<Database> {
  return connectDatabase({
    ...options,
    entities: [
      UserEntity,
      SessionEntity,
      BookEntity,
      CouponEntity,
      UserCouponEntity,
      AuditEntryEntity,
      CouponBatchEntity,
      RecurringDropEntity,
    ],
    migrations,
  });
}

export interface OpenDatabaseOptions {
  /** Who asks, in words, for example "npm start". */
  readonly purpose: string;
  /** Whether nobody else may use an embedded database at the same time. */
  readonly exclusive: boolean;
}

/**
 * The database of the configuration: the given one, or the embedded one, started when nobody runs it yet.
 * The embedded one is migrated; a given one must be already (`npm run migrate`).
 */
export async function openDatabase(config: Config, options: OpenDatabaseOptions): Promise<Database> {
  const poolMax = config.databasePoolMax;
  if (config.databaseUrl !== undefined) {
    const database = await connect({ url: config.databaseUrl, poolMax });
    await closingOnError(database, () => assertMigrated(database));
    return database;
  }
  const postgres = await openEmbeddedPostgres({ dataDir: config.dataDir, ...options });
  try {
    const database = await connect({ url: postgres.url, poolMax });
    await closingOnError(database, () => migrate(database));
    return {
      ...database,
      async close() {
        await database.close();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function closingOnError(database: Database, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await database.close();
    throw error;
  }
}
