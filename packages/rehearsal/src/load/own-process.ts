import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A program of ours in a process of its own, which is given jobs one after the other. */
export interface OwnProcess {
  readonly pid: number;
  /** Sends a job and waits for its result. Rejects when the program reports an error or dies. */
  do(job: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts a module that calls `answerJobs`. What it prints goes where ours goes. */
export function startOwnProcess(modulePath: string): OwnProcess {
  const child = fork(modulePath, { serialization: 'advanced', execArgv: ['--enable-source-maps'] });
  const gone = once(child, 'exit').then(() => {
    throw new Error('the load client ended before its work was done');
  });
  gone.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    async do(job) {
      const answered = once(child, 'message');
      child.send({ job });
      const [message]: unknown[] = await Promise.race([answered, gone]);
      if (isRecord(message) && 'result' in message) return message['result'];
      throw new Error(isRecord(message) ? String(message['error']) : 'the load client said something unheard of');
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await gone.catch(() => undefined);
    },
  };
}

/** The other side: does the jobs that come, and ends when whoever started it is gone. */
export function answerJobs(work: (job: unknown) => Promise<unknown>): void {
  process.on('message', (message: unknown) => {
    const job = isRecord(message) ? message['job'] : undefined;
    const working = Promise.resolve(job).then(work); // so that what it throws at once is reported too
    working.then(
      (result) => process.send?.({ result }),
      (error: unknown) => process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : error }),
    );
  });
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches the whole terminal; whoever started us decides when we end.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
