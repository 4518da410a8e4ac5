/** Work that is done again and again while the server runs: a round at a time, never two of one kind at once in a process. */

export type RunningJob = {
  /** No round begins after this; the promise is kept when the one that runs is over. */
  stop(): Promise<void>;
};

export type Rounds = {
  /** `stopping` is to be asked between one piece of work and the next: from when it is true, no more are begun. */
  readonly round: (stopping: () => boolean) => Promise<unknown>;
  /** From the end of one round to the beginning of the next, in seconds: a round that takes long puts the next one off. */
  readonly secondsBetween: number;
  /** The first round at once; else after the first pause. */
  readonly atOnce: boolean;
  /** Is told of a round that failed. The next one tries again. */
  readonly failed: (error: unknown) => void;
};

/** Runs until it is stopped. Keeps no process alive. */
export function keepRounds({ round, secondsBetween, atOnce, failed }: Rounds): RunningJob {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const pause = (): void => {
    if (isStopped) return;
    timer = setTimeout(go, secondsBetween * 1000);
    timer.unref();
  };
  const go = (): void => {
    running = Promise.resolve()
      .then(() => round(() => isStopped))
      .then(() => undefined, failed)
      .then(pause);
  };
  if (atOnce) go();
  else pause();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
