import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second on every architecture that Node runs on. */
const TICKS_PER_SECOND = 100;

interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly cpuSeconds: number;
}

/**
 * CPU time that these processes and all below them have used so far, in seconds, with what their ended children had
 * used. Undefined where there is no /proc.
 */
export function cpuSecondsOf(roots: readonly number[]): number | undefined {
  const all = readProcesses();
  if (!all) return undefined;
  const childrenOf = Map.groupBy(all, ({ parent }) => parent);
  const byPid = new Map(all.map((stat) => [stat.pid, stat]));
  const seen = new Set<number>();
  const sum = (pid: number): number => {
    if (seen.has(pid)) return 0;
    seen.add(pid);
    const below = (childrenOf.get(pid) ?? []).reduce((seconds, child) => seconds + sum(child.pid), 0);
    return (byPid.get(pid)?.cpuSeconds ?? 0) + below;
  };
  return roots.reduce((seconds, pid) => seconds + sum(pid), 0);
}

/** Memory that a process holds now, in bytes; undefined where there is no /proc. */
export function residentBytesOf(pid: number): number | undefined {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return pages * 4096;
  } catch {
    return undefined;
  }
}

function readProcesses(): ProcessStat[] | undefined {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readStat(Number(name)) : []));
  } catch {
    return undefined;
  }
}

function readStat(pid: number): ProcessStat[] {
  try {
    return [parseStat(pid, readFileSync(`/proc/${pid}/stat`, 'latin1'))];
  } catch {
    return []; // it has ended in the meantime
  }
}

/** proc(5): after the name in parentheses, which may contain anything, come state, parent and, as 12th to 15th, times. */
export function parseStat(pid: number, line: string): ProcessStat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { pid, parent: Number(fields[1]), cpuSeconds: ticks / TICKS_PER_SECOND };
}
