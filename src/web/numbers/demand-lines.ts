/** Next year's demand under each published number: what the page and its file show. */
import {
  type DemandDistribution,
  type DemandSummary,
  type MixedRate,
  placesEnough,
  placesFor,
  pool,
  predict,
  rateAfter,
  rateFromRange,
  summarise,
} from '../../domain/estimation/demand.ts';
import {
  type BeliefAnswer,
  beliefAnswers,
  type BeliefFault,
  beliefFault,
  believedRange,
  believedRates,
  nextYearRule,
  predictBelieved,
} from '../../domain/estimation/registration-belief.ts';
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

const weeksAYear = 365.25 / 7;

export type Line = {
  /** A short name, the same in both languages. */
  readonly id: string;
  readonly basis: string;
  /** Of the way that it was worked out. */
  readonly edition: string;
  /** The published numbers that it rests on. */
  readonly from: readonly PublishedEstimate[];
  readonly range: { readonly from: number; readonly to: number };
  readonly summary: DemandSummary;
  readonly units: number;
  /** How many places are enough with stays as long as was written; null where nothing was. */
  readonly places: number | null;
  /** Several judgements put together. */
  readonly isPooled?: true;
  /** It rests on a share that nobody has stated. */
  readonly isExample?: true;
};

const judgements = ['needs-2019', 'needs-2023', 'needs-2024'].map(publishedEstimate);
/** The one judgement since then that was given without a range, and what the same people said the year after: it is told, and not weighed. */
const withoutRange = { told: publishedEstimate('needs-2022'), later: publishedEstimate('needs-2023') } as const;
const counted = ['decided-residential-2017', 'decided-residential-2018', 'decided-residential-2019'].map(publishedEstimate);
/** An example, which no source has. */
export const usualRegistration = '2-25';

/** The share that is registered as somebody wrote it, between 0 and 1; null where it is no range. */
function readRegistration(written: string): readonly [number, number] | null {
  const read = readPercentRange(written);
  return read && read[0] < read[1] && read[1] < 1 ? read : null;
}

/** The share to work with; or what is wrong with what was written. */
export function registrationAsked(written: string): readonly [number, number] | 'no-range' | BeliefFault {
  const read = readRegistration(written);
  return read === null ? 'no-range' : (beliefFault(read) ?? read);
}

/** The mean stay in whole weeks as somebody wrote it; null where nothing is written, `no-weeks` where it is none. */
export function stayAsked(written: string): number | null | 'no-weeks' {
  if (written.trim() === '') return null;
  const weeks = /^\s*\d{1,3}\s*$/.test(written) ? Number(written) : 0;
  return weeks >= 1 && weeks <= placesEnough.longestWeeks ? weeks : 'no-weeks';
}

/** The share of `isExample` is written by nobody: its line says so, and is not carried on as an estimate. */
export function linesOf(
  registration: readonly [number, number] | null,
  isExample: boolean,
  stayWeeks: number | null,
  language: Language,
): readonly Line[] {
  const say = workTexts(language);
  const counts = counted.map(({ low }) => low);
  const named = counts.join(', ');
  const line = (
    id: string,
    basis: string,
    from: readonly PublishedEstimate[],
    rates: MixedRate,
    distribution: DemandDistribution = pool(rates.map(([, rate]) => predict(rate))),
  ): Line => ({
    id,
    basis,
    edition: nextYearRule.edition,
    from,
    range: statedRange(distribution),
    summary: summarise(distribution),
    units: unitsUnderDemand(distribution, chanceOfVolume, threeAYear.least),
    places: stayWeeks === null ? null : placesFor(rates, stayWeeks / weeksAYear, placesEnough.tooFewAtMost),
  });
  const judged = judgements.map((estimate) => ({ estimate, rate: rateFromRange(estimate.low, estimate.high) }));
  const percent = (value: number): string => numberText(Math.round(1000 * value) / 10, language);
  return [
    line('counted', say('counts', { counts: named }), counted, [[1, rateAfter(counts)]]),
    line('counted-discounted', say('countsDiscounted', { counts: named }), counted, [[1, rateAfter(counts, { discount: 0.8 })]]),
    ...(registration === null
      ? []
      : [
          {
            ...line(
              'thinned',
              say(isExample ? 'thinnedExample' : 'thinned', {
                counts: named,
                low: percent(registration[0]),
                high: percent(registration[1]),
              }),
              counted,
              believedRates(counts, registration),
              predictBelieved(counts, registration),
            ),
            range: believedRange(counts, registration),
            ...(isExample ? { isExample: true as const } : {}),
          },
        ]),
    line(
      'family-stay',
      say('countsStay', { count: publishedEstimate('family-stay-2020').low }),
      [publishedEstimate('family-stay-2020')],
      [[1, rateAfter([publishedEstimate('family-stay-2020').low])]],
    ),
    ...judged.map(({ estimate, rate }) =>
      line(estimate.id, say('judged', { range: writtenRange(estimate), year: estimate.year }), [estimate], [[1, rate]]),
    ),
    {
      ...line(
        'pooled',
        say('pooled'),
        judgements,
        judged.map(({ rate }) => [1 / judged.length, rate]),
      ),
      isPooled: true,
    },
  ];
}

/** How many places are enough with stays as long as was written; empty where nothing was. */
export function placesText(places: number | null, weeks: number | null, language: Language): string {
  return places === null || weeks === null ? '' : workTexts(language)('placesEnough', { places, weeks });
}

/** Why one judgement is not among those that are put together. */
export function withoutRangeText(language: Language): string {
  const { told, later } = withoutRange;
  return workTexts(language)('pooledWithout', { range: writtenRange(told), year: told.year, later: writtenRange(later) });
}

/** How the answer moves with what is believed of the share that is registered. */
export function beliefsOf(registration: readonly [number, number]): readonly BeliefAnswer[] {
  return beliefAnswers(
    counted.map(({ low }) => low),
    registration,
  );
}

/** The judgements since 2019; what the municipalities counted is a lower bound and nothing more. */
export function synthesis(): Synthesis {
  return synthesise({
    estimates: judgements.map(({ id, low, high }) => ({ id, value: Math.sqrt(low * high), low, high, confidence: 1 })),
    prior: { median: 50, upperQuartile: 90 },
    atLeast: Math.max(...counted.map(({ low }) => low)),
  });
}
