import type { Measurement } from '#bench/results.js';
import type { Bench, Seat } from '#bench/seat.js';
import type { Workload } from '#bench/variants/variant.js';
import { measureDrop } from '#bench/workloads/drop.js';
import { measureEvents } from '#bench/workloads/events.js';
import { measureIssue } from '#bench/workloads/issue.js';
import { measureRefusals } from '#bench/workloads/refusals.js';

/** What a workload finds out; who, what and when is added by who runs it. */
export type Finding = Omit<Measurement, 'variant' | 'workload' | 'round'>;

export const measure: Readonly<Record<Workload, (bench: Bench, seat: Seat) => Promise<Finding>>> = {
  issue: measureIssue,
  drop: measureDrop,
  refusals: measureRefusals,
  events: measureEvents,
};
