/** The designs that are compared. */
export const VARIANT_NAMES = ['row-lock', 'group-commit', 'redis-queue', 'limit', 'ceiling'] as const;
export type VariantName = (typeof VARIANT_NAMES)[number];

export const WORKLOADS = ['issue', 'drop', 'refusals', 'events'] as const;
export type Workload = (typeof WORKLOADS)[number];

/** Where a variant runs. */
export interface Place {
  /** A migrated database of its own. */
  readonly databaseUrl: string;
  readonly jwtSecret: string;
  /** A folder of its own. */
  readonly folder: string;
}

/** A variant that answers. */
export interface RunningVariant {
  /** Where its GraphQL is. */
  readonly address: string;
  /** The processes that are the server. */
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

export interface Variant {
  readonly name: VariantName;
  /** In a few words, for tables. */
  readonly title: string;
  /** What it can do. */
  readonly workloads: readonly Workload[];
  /** Whether it answers before what it says is in the database. */
  readonly answersEarly: boolean;
  /** Why it cannot run here; undefined when it can. */
  readonly whyNot?: string | undefined;
  start(place: Place): Promise<RunningVariant>;
}
