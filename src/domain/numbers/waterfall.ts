/**
 * The definition waterfall: from all who are registered, step by step to those who were treated while they stayed, with what the published
 * totals leave open between the steps. Every step and bound is worked out from the published estimates.
 */
import { wilson } from '../sample-figures.ts';
import { overlapBounds, type InCells, type KnownSum, type OverlapBounds } from './overlap-bounds.ts';
import { type PublishedEstimate } from './published-estimate.ts';
import { publishedEstimate } from './published-estimates.ts';

/** A share of the whole with Wilson's 95 % interval: what to expect of such a share in other years, not an error of the count. */
export type ShareOfWhole = { readonly share: number; readonly low: number; readonly high: number };

export type WaterfallStep = {
  readonly estimate: PublishedEstimate;
  readonly of: PublishedEstimate | null;
  readonly share: ShareOfWhole | null;
};

/** What two parts of one whole leave open. The second bounds hold when the documents' word is taken that some are counted in both. */
export type OpenOverlap = {
  readonly id: 'stay-or-drug-residential' | 'treatment-before-or-during';
  readonly whole: PublishedEstimate;
  readonly parts: readonly [PublishedEstimate, PublishedEstimate];
  readonly either: Bounds;
  readonly both: Bounds;
  readonly neither: Bounds;
  readonly withRepeats: { readonly atLeast: number; readonly either: Bounds; readonly neither: Bounds } | null;
};

type Bounds = Extract<OverlapBounds, { readonly outcome: 'bounds' }>;

const steps: readonly (readonly [id: string, of: string | null])[] = [
  ['registered-2020', null],
  ['family-stay-2020', 'registered-2020'],
  ['drug-residential-2020', 'registered-2020'],
  ['treatment-before-stay-2020', 'family-stay-2020'],
  ['treatment-during-stay-2020', 'family-stay-2020'],
];

export function waterfall(): readonly WaterfallStep[] {
  return steps.map(([id, of]) => {
    const [estimate, whole] = [publishedEstimate(id), of === null ? null : publishedEstimate(of)];
    return { estimate, of: whole, share: whole && shareOf(estimate.low, whole.low) };
  });
}

export function openOverlaps(): readonly OpenOverlap[] {
  return [
    openOverlap('stay-or-drug-residential', 'registered-2020', ['family-stay-2020', 'drug-residential-2020'], null),
    // «Nogle kvinder vil være gengangere»: some, so at least two.
    openOverlap('treatment-before-or-during', 'family-stay-2020', ['treatment-before-stay-2020', 'treatment-during-stay-2020'], 2),
  ];
}

const either: InCells = (on) => on.includes(true);
const both: InCells = (on) => !on.includes(false);
const neither: InCells = (on) => !on.includes(true);

function openOverlap(
  id: OpenOverlap['id'],
  wholeId: string,
  [first, second]: readonly [string, string],
  repeats: number | null,
): OpenOverlap {
  const whole = publishedEstimate(wholeId);
  const parts = [publishedEstimate(first), publishedEstimate(second)] as const;
  const known: readonly KnownSum[] = [
    { where: () => true, low: whole.low, high: whole.high },
    ...parts.map(({ low, high }, list): KnownSum => ({ where: (on) => on[list] === true, low, high })),
  ];
  const told = repeats === null ? null : [...known, { where: both, low: repeats, high: Infinity }];
  return {
    id,
    whole,
    parts,
    either: bounds(known, either),
    both: bounds(known, both),
    neither: bounds(known, neither),
    withRepeats: told && repeats !== null ? { atLeast: repeats, either: bounds(told, either), neither: bounds(told, neither) } : null,
  };
}

function bounds(known: readonly KnownSum[], asked: InCells): Bounds {
  const found = overlapBounds(2, known, asked);
  if (found.outcome === 'contradiction') throw new Error('the published totals contradict each other');
  return found;
}

/** So many of so many, with Wilson's interval. */
export function shareOf(count: number, of: number): ShareOfWhole {
  const [low, high] = wilson(count / of, of);
  return { share: count / of, low, high };
}
