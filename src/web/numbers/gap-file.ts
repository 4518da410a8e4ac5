/** The gap between two numbers as a file: both of them, what is left after each reason, and what none explains. */
import type { EstimateComparison } from '../../domain/numbers/comparison.ts';
import { type Gap, middleOf } from '../../domain/numbers/gap.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import type { Day } from '../../domain/time.ts';
import type { NumberFile, NumberRow } from '../../reports/number-file.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { publishedRow } from './dispute-file.ts';
import { leftLabel } from './gap-relation.tsx';
import { remainderText } from './remainder-words.ts';
import { disputeTexts, workTexts } from './texts.ts';

type GapOf = {
  readonly gap: Extract<Gap, { readonly outcome: 'split' }>;
  readonly compared: EstimateComparison;
  readonly larger: PublishedEstimate;
  readonly smaller: PublishedEstimate;
  readonly estimates: readonly PublishedEstimate[];
  readonly today: Day;
  readonly language: Language;
};

/** The edition of the way that a gap is split. */
const edition = 'afstand/2026-1';

export function gapFile({ gap, compared, larger, smaller, estimates, today, language }: GapOf): NumberFile {
  const say = workTexts(language);
  const ofTheSame = leftLabel(compared, language);
  const [first, second] = [publishedRow(larger, estimates, language), publishedRow(smaller, estimates, language)];
  const between = {
    unit: first.unit,
    place: first.place,
    placeName: first.placeName,
    period: `${first.period} / ${second.period}`,
    asOf: today,
    edition,
  };
  const source = `${first.source} / ${second.source}`;
  // As on the page: a reason that leaves all of them was not touched, and is nobody's judgement.
  const steps = gap.steps.flatMap(({ id, low, high }, index): readonly NumberRow[] => {
    if (gap.parts[index]?.low === 1 && gap.parts[index]?.high === 1) return [];
    const kind = gap.parts[index]?.kind === 'bounds' ? say('kind.bounds') : say('kind.judged');
    return [
      {
        id,
        name: say(`factor.${id}` as 'factor.other'),
        value: wholeRange(low, high),
        ...between,
        definition: say('fileStep'),
        source,
        note: kind,
      },
    ];
  });
  const left = gap.steps.at(-1) ?? { low: middleOf(larger), high: middleOf(larger) };
  const smallest = middleOf(smaller);
  return {
    title: say('gapTitle'),
    about: [
      [disputeTexts(language)('fileOf'), dayText(today, language)],
      [disputeTexts(language)('fileWarningIs'), say('leftIsNot')],
    ],
    rows: [
      first,
      ...steps,
      second,
      {
        id: 'unexplained',
        name: ofTheSame ?? say('left'),
        value: wholeRange(Math.max(0, left.low - smallest), Math.max(0, left.high - smallest)),
        ...between,
        definition: say('fileLeft'),
        source,
        note: (ofTheSame === null ? remainderText(larger, smaller, language) : null) ?? say('leftIsNot'),
      },
    ],
    tongue: language,
  };
}

/** Whole women, as the page has them: a tenth of one is no knowledge. */
function wholeRange(low: number, high: number): { readonly low: number; readonly high: number } {
  return { low: Math.round(low), high: Math.round(high) };
}
