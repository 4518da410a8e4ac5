/** Next year's demand under each published number: what the page and its file show. */
import {
  type DemandDistribution,
  type DemandSummary,
  pool,
  predict,
  predictFromRange,
  predictThinned,
  rateAfter,
  summarise,
} from '../../domain/estimation/demand.ts';
import { type Synthesis, synthesise } from '../../domain/estimation/evidence-synthesis.ts';
import { type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import { publishedEstimate } from '../../domain/numbers/published-estimates.ts';
import { statedRange } from '../../domain/planning/demand/stated-demand.ts';
import { unitsUnderDemand } from '../../domain/planning/units-under-demand.ts';
import { threeAYear } from '../../domain/planning/volume-criterion.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { readPercentRange } from './percent-range.ts';
import { workTexts } from './texts.ts';

/** Each unit is to get its three admissions with this chance. */
const chanceOfVolume = 0.9;

export type Line = {
  /** A short name, the same in both languages. */
  readonly id: string;
  readonly basis: string;
  /** The published numbers that it rests on. */
  readonly from: readonly PublishedEstimate[];
  readonly range: { readonly from: number; readonly to: number };
  readonly summary: DemandSummary;
  readonly units: number;
  /** Several judgements put together. */
  readonly isPooled?: true;
};

const judgements = ['needs-2019', 'needs-2023', 'needs-2024'].map(publishedEstimate);
const counted = ['decided-residential-2017', 'decided-residential-2018', 'decided-residential-2019'].map(publishedEstimate);
export const usualRegistration = '2-25';

/** The share that is registered as somebody wrote it, between 0 and 1; null where it is no range. */
export function readRegistration(written: string): readonly [number, number] | null {
  const read = readPercentRange(written);
  return read && read[0] < read[1] && read[1] < 1 ? read : null;
}

export function linesOf(registration: readonly [number, number] | null, language: Language): readonly Line[] {
  const say = workTexts(language);
  const counts = counted.map(({ low }) => low);
  const named = counts.join(', ');
  const line = (id: string, basis: string, from: readonly PublishedEstimate[], distribution: DemandDistribution): Line => ({
    id,
    basis,
    from,
    range: statedRange(distribution),
    summary: summarise(distribution),
    units: unitsUnderDemand(distribution, chanceOfVolume, threeAYear.least),
  });
  const judged = judgements.map(({ low, high }) => predictFromRange(low, high));
  const percent = (value: number): string => numberText(Math.round(1000 * value) / 10, language);
  return [
    line('counted', say('counts', { counts: named }), counted, predict(rateAfter(counts))),
    line('counted-discounted', say('countsDiscounted', { counts: named }), counted, predict(rateAfter(counts, { discount: 0.8 }))),
    ...(registration === null
      ? []
      : [
          line(
            'thinned',
            say('thinned', { counts: named, low: percent(registration[0]), high: percent(registration[1]) }),
            counted,
            predictThinned(counts, betaFrom(registration), { shape: 2, rate: 0.02 }),
          ),
        ]),
    line(
      'family-stay',
      say('countsStay', { count: publishedEstimate('family-stay-2020').low }),
      [publishedEstimate('family-stay-2020')],
      predict(rateAfter([publishedEstimate('family-stay-2020').low])),
    ),
    ...judgements.map((estimate, index) =>
      line(
        estimate.id,
        say('judged', { range: writtenRange(estimate), year: estimate.year }),
        [estimate],
        judged[index] ?? predictFromRange(estimate.low, estimate.high),
      ),
    ),
    { ...line('pooled', say('pooled'), judgements, pool(judged)), isPooled: true },
  ];
}

/** The beta distribution with the range's middle as its mean and a quarter of its width as its spread. */
function betaFrom([low, high]: readonly [number, number]): { readonly yes: number; readonly no: number } {
  const mean = (low + high) / 2;
  const weight = Math.max(0.5, (mean * (1 - mean)) / ((high - low) / 3.3) ** 2 - 1);
  return { yes: Math.max(0.5, mean * weight), no: Math.max(0.5, (1 - mean) * weight) };
}

/** The judgements since 2019; what the municipalities counted is a lower bound and nothing more. */
export function synthesis(): Synthesis {
  return synthesise({
    estimates: judgements.map(({ id, low, high }) => ({ id, value: Math.sqrt(low * high), low, high, confidence: 1 })),
    prior: { median: 50, upperQuartile: 90 },
    atLeast: Math.max(...counted.map(({ low }) => low)),
  });
}
