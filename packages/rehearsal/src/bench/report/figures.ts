import type { BenchResults, Measurement } from '#bench/results.js';
import type { VariantName, Workload } from '#bench/variants/variant.js';
import { latencies } from '#load/recorder.js';

export type Figure = (measurement: Measurement) => number | undefined;

export const WON = 'UserCoupon';
export const REFUSED = 'CouponSoldOut';
const READ = 'ok';

/** Passes a second that are in the database and whose readers know it. */
export const durableIssues: Figure = ({ issued, durableSeconds }) =>
  issued === undefined || durableSeconds === undefined ? undefined : issued / durableSeconds;
/** Readers a second who were told "issued". */
export const acceptedIssues: Figure = ({ recording }) => perSecond(recording, WON);
export const refusals: Figure = ({ recording }) => perSecond(recording, REFUSED);
export const reads: Figure = ({ recording }) => perSecond(recording, READ);

/** In milliseconds. */
export const percentile =
  (outcome: string, part: number): Figure =>
  ({ recording }) =>
    definite(latencies(recording, outcome).percentile(part) / 1000);

export const transactionsPer1000: Figure = ({ transactions, recording }) => {
  const requests = latencies(recording, ...Object.keys(recording.outcomes)).count;
  return transactions === undefined ? undefined : definite((transactions / requests) * 1000);
};

/** In cores that were busy on average. */
export const cpu =
  (side: keyof Measurement['cpu']): Figure =>
  ({ cpu }) =>
    cpu[side];

export const breaches: Figure = ({ breaches }) => breaches && breaches.overIssued + breaches.lost + breaches.double;

/** What a figure came to in each round; undefined where it was not measured. */
export function valuesOf(
  { measurements, options }: BenchResults,
  variant: VariantName,
  workload: Workload,
  figure: Figure,
): (number | undefined)[] {
  return Array.from({ length: options.rounds }, (_, i) => {
    const found = measurements.find((m) => m.variant === variant && m.workload === workload && m.round === i + 1);
    return found && figure(found);
  });
}

export const knownValues = (values: readonly (number | undefined)[]): number[] =>
  values.filter((value) => value !== undefined);

function perSecond(recording: Measurement['recording'], outcome: string): number | undefined {
  const { count } = latencies(recording, outcome);
  return recording.seconds === 0 ? undefined : count / recording.seconds;
}

function definite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
