/** What the search beneath feasibility is asked, in numbers, what it answers, and how long it may look. */

/** A stay in the search, from its first spell to the one after its last. `now` is the place it has; −1 for a newcomer. */
export type Seeker = { readonly from: number; readonly to: number; readonly now: number; readonly wouldDo: readonly boolean[] };

/** What is to be arranged. Places and spells are numbers; a spell is nights among which nothing begins or ends. */
export type Puzzle = {
  readonly places: number;
  readonly spells: number;
  readonly stays: readonly Seeker[];
  /** She who may change places, in at most so many parts: for each spell of hers, from the first on, the places she may have. */
  readonly hers: { readonly from: number; readonly may: readonly (readonly boolean[])[]; readonly mostParts: number };
};

/** Where each stay is in the end, and she in each spell. */
export type Arrangement =
  | { readonly outcome: 'found'; readonly seats: readonly number[]; readonly hers: readonly number[]; readonly moves: number }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'out-of-steps' };

/** Counts steps; false when there are none left. A step is one place filled or tried for one night. */
export type Steps = (taken?: number) => boolean;

/** So many steps and no more. */
export function stepsUpTo(most: number): Steps {
  let all = 0;
  return (taken = 1) => {
    all += taken;
    return all <= most;
  };
}

/** At most so many of some steps: when they are used up, others may still be left. */
export function someOf(all: Steps, most: number): Steps {
  const own = stepsUpTo(most);
  return (taken = 1) => own(taken) && all(taken);
}
