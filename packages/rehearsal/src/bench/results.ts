import type { Persistence } from '#bench/variants/redis-server.js';
import type { VariantName, Workload } from '#bench/variants/variant.js';
import type { Breaches } from '#drop/compare-with-rows.js';
import type { Recording } from '#load/recorder.js';
import type { Machine } from '#machine/describe-machine.js';

/** How many cores each side kept busy on average; undefined where the system does not tell. */
export interface CpuShares {
  readonly client: number;
  readonly server: number | undefined;
  readonly database: number | undefined;
}

/** One variant under one workload in one round, as it was seen. */
export interface Measurement {
  readonly variant: VariantName;
  readonly workload: Workload;
  /** From 1. */
  readonly round: number;
  readonly recording: Recording;
  readonly cpu: CpuShares;
  /** Until the last pass that a reader was told of was in the database. */
  readonly durableSeconds?: number | undefined;
  /** Passes in the database afterwards. */
  readonly issued?: number | undefined;
  /** Transactions of everybody but the bench, from the first request to the last answer. */
  readonly transactions?: number | undefined;
  readonly breaches?: Breaches | undefined;
  /** The first answer that was none of the known ones. */
  readonly strangeAnswer?: string | undefined;
}

/** What became of readers who had been told "issued" when everything but the database was killed in mid-run. */
export interface KillLoss {
  readonly persistence: Persistence;
  readonly accepted: number;
  readonly lost: number;
}

export interface BenchOptions {
  readonly rounds: number;
  /** Per measurement. */
  readonly seconds: number;
  readonly connections: number;
  readonly variants: readonly VariantName[];
  /** Sizes that prove that it works and measure nothing. */
  readonly quick: boolean;
}

/** Everything that one run saw: what `bench/results.json` holds. */
export interface BenchResults {
  readonly startedAt: string;
  readonly tookSeconds: number;
  readonly machine: Machine & { readonly postgres: string };
  readonly options: BenchOptions;
  readonly measurements: readonly Measurement[];
  readonly killLosses: readonly KillLoss[];
  readonly leftOut: readonly { readonly variant: VariantName; readonly why: string }[];
}
