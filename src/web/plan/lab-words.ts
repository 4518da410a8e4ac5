/** How the measures of the lab are written: each with the digits that it is good for. */
import type { Estimated, LabMeasure } from '../../domain/planning/lab/paired.ts';
import { labMeasures } from '../../domain/planning/lab/paired.ts';
import type { EstimateLevels, Level, StudyAnswer } from '../../domain/planning/lab/study-answer.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { labTexts } from './texts.ts';
import { minutesText, percentText, spanText } from './plan-words.ts';

type Kind = 'percent' | 'minutes' | { readonly digits: number };

const kinds: Readonly<Record<LabMeasure, Kind>> = {
  'admissions-a-year': { digits: 1 },
  'unit-years-with-three': 'percent',
  occupancy: 'percent',
  'weeks-lost': { digits: 1 },
  'refusals-a-year': { digits: 1 },
  'never-admitted': 'percent',
  'travel-minutes': 'minutes',
  'open-place-days': { digits: 0 },
  'empty-place-days': { digits: 0 },
  'cost-a-year': { digits: 0 },
  'cost-per-stay': { digits: 0 },
};

/** From the least to the most of some values; a dash where there are none. */
export function valuesText(measure: LabMeasure, values: readonly (number | null | undefined)[], language: Language): string {
  const known = values.filter((value) => typeof value === 'number');
  const span = known.length === 0 ? null : { from: Math.min(...known), to: Math.max(...known) };
  const kind = kinds[measure];
  if (kind === 'percent') return percentText(span, language);
  return kind === 'minutes' ? minutesText(span, language) : spanText(span, kind.digits, language);
}

export function levelText({ measure, at }: Level, language: Language): string {
  return valuesText(measure, [at.low?.mean, at.middle?.mean, at.high?.mean], language);
}

/** «−12 ± 3 procentpoint» as «−12 ± 3»: shares in points, the rest in their own unit. */
export function differenceText(measure: LabMeasure, difference: Estimated | null, language: Language): string {
  if (difference === null) return '–';
  const kind = kinds[measure];
  const [scale, digits] = kind === 'percent' ? [100, 1] : kind === 'minutes' ? [1, 0] : [1, kind.digits];
  const written = (value: number): string => numberText(Number(value.toFixed(digits)) + 0, language);
  const half = (difference.interval[1] - difference.interval[0]) / 2;
  const mean = difference.mean * scale;
  if (mean === 0 && half === 0) return labTexts(language)('alike');
  const uncertain = half > 0 && Number((half * scale).toFixed(digits)) === 0 ? `<${written(10 ** -digits)}` : written(half * scale);
  return `${mean > 0 && Number(mean.toFixed(digits)) !== 0 ? '+' : ''}${written(mean).replace('-', '−')} ± ${uncertain}`;
}

/** Whether the interval leaves it open that there is no difference. */
export function mayBeNought({ interval }: Estimated): boolean {
  return interval[0] <= 0 && interval[1] >= 0;
}

/**
 * The proposals that none is surely ahead of in a measure, where `sign` is 1 when more is better and −1 when less is: one where the numbers tell,
 * several where they leave it open between those. `differences`: of each other proposal from the first; null where one of the two has no number,
 * and then it takes no part. Two that are not the first are told apart only where their intervals lie apart, which is stricter than their own
 * difference would be.
 */
export function leaders(differences: readonly (Estimated | null)[], sign: 1 | -1): readonly number[] {
  const nought = { mean: 0, interval: [0, 0] } as const;
  const ends = [nought, ...differences].flatMap((difference, index) => {
    if (difference === null) return [];
    const [low, high] = difference.interval;
    return [sign === 1 ? { index, low, high } : { index, low: -high, high: -low }];
  });
  const best = Math.max(...ends.map(({ low }) => low));
  return ends.filter(({ high }) => high >= best).map(({ index }) => index);
}

/** Whether a difference is written as none although it is certain: it is too small to matter. */
export function isTooSmall(text: string): boolean {
  return /^[+−]?0 ±/.test(text);
}

/** Whether every replication is the same in both. */
export function isAlike({ mean, interval }: Estimated): boolean {
  return mean === 0 && interval[0] === interval[1];
}

export function isShare(measure: LabMeasure): boolean {
  return kinds[measure] === 'percent';
}

/** The measures that a study has numbers for. */
export function shownMeasures(answer: StudyAnswer): readonly LabMeasure[] {
  const has = (measure: LabMeasure): boolean =>
    answer.kind === 'sensitivity'
      ? answer.base.some((one) => one.measure === measure && one.value !== null)
      : answer.proposals.some((estimates) => estimates.some((one) => levelOf(one, measure)?.at.middle?.mean !== undefined));
  return labMeasures.filter(has);
}

export function levelOf({ levels }: EstimateLevels, measure: LabMeasure): Level | undefined {
  return levels.find((level) => level.measure === measure);
}
