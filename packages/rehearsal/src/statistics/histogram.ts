/** Values below 2^8 have a bucket each; above, every power of two is cut into 2^7: never off by more than 0.8 %. */
const FINE_BITS = 7;
/** 2^31 µs are 35 minutes; what takes longer counts as that. */
const LARGEST = 2 ** 31 - 1;
const BUCKETS = bucketOf(LARGEST) + 1;

/** A histogram as it travels between processes and into a file: bucket and count, in turn. */
export interface HistogramData {
  readonly buckets: readonly number[];
  readonly max: number;
}

/** Counts latencies in microseconds, in the same memory however many there are. */
export class Histogram {
  readonly #counts = new Uint32Array(BUCKETS);
  #count = 0;
  #max = 0;

  get count(): number {
    return this.#count;
  }

  /** The largest value, exact. */
  get max(): number {
    return this.#max;
  }

  record(micros: number): void {
    const value = Math.min(LARGEST, Math.max(0, Math.round(micros)));
    this.#add(bucketOf(value), 1);
    if (value > this.#max) this.#max = value;
  }

  /** The smallest value that at least this part (0…1) of all values do not exceed, in µs; NaN when there are none. */
  percentile(part: number): number {
    if (this.#count === 0) return Number.NaN;
    let missing = Math.max(1, Math.ceil(part * this.#count));
    for (const { upTo, count } of this.filled()) {
      missing -= count;
      if (missing <= 0) return Math.min(upTo, this.#max);
    }
    return this.#max;
  }

  /** The buckets that hold something, from small to large: values `from`…`upTo` µs, both included. */
  *filled(): Generator<{ from: number; upTo: number; count: number }> {
    for (const [bucket, count] of this.#counts.entries()) {
      if (count > 0) yield { from: lowerEnd(bucket), upTo: lowerEnd(bucket + 1) - 1, count };
    }
  }

  add(other: HistogramData): this {
    for (let i = 0; i < other.buckets.length; i += 2) this.#add(other.buckets[i] ?? 0, other.buckets[i + 1] ?? 0);
    this.#max = Math.max(this.#max, other.max);
    return this;
  }

  toData(): HistogramData {
    const buckets = [...this.#counts.entries()].filter(([, count]) => count > 0).flat();
    return { buckets, max: this.#max };
  }

  #add(bucket: number, count: number): void {
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + count;
    this.#count += count;
  }
}

function bucketOf(value: number): number {
  const shift = Math.max(0, 31 - Math.clz32(value) - FINE_BITS);
  return (shift << FINE_BITS) + (value >>> shift);
}

function lowerEnd(bucket: number): number {
  const shift = Math.max(0, (bucket >>> FINE_BITS) - 1);
  return (bucket - (shift << FINE_BITS)) * 2 ** shift;
}
