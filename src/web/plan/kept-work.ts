/** Long work of a page: done one after the other, begun once for each key, and its result kept. */

/** Busy: too many wait before it, and it was not put in the queue; whoever asks later may come in. */
export type Asked<Result> = { readonly outcome: 'asked'; readonly work: Promise<Result> } | { readonly outcome: 'busy' };

export type WorkBounds = {
  /** Results that are remembered; the one that was asked for longest ago goes first. */
  readonly kept: number;
  /** Work that waits or is under way. It is never forgotten: it would go on unseen, and be done once more for the next who asks. */
  readonly pending: number;
};

/** Who asks for the same at the same time waits for the same work; what failed is tried again by the next who asks. */
export function keptWork<Result>(bounds: WorkBounds): (key: string, begin: () => Promise<Result>) => Asked<Result> {
  const pending = new Map<string, Promise<Result>>();
  const kept = new Map<string, Promise<Result>>();
  let turn: Promise<unknown> = Promise.resolve();
  const keep = (key: string, work: Promise<Result>): void => {
    kept.delete(key);
    kept.set(key, work);
    for (const oldest of [...kept.keys()].slice(0, -bounds.kept)) kept.delete(oldest);
  };
  return (key, begin) => {
    const done = kept.get(key);
    if (done) keep(key, done);
    const there = done ?? pending.get(key);
    if (there) return { outcome: 'asked', work: there };
    if (pending.size >= bounds.pending) return { outcome: 'busy' };
    const work = turn.then(begin);
    turn = work.catch(() => undefined);
    pending.set(key, work);
    work.then(
      () => {
        pending.delete(key);
        keep(key, work);
      },
      () => pending.delete(key),
    );
    return { outcome: 'asked', work };
  };
}
