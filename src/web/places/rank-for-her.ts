/** The units in the order they fit her, as her search asks. */
import { municipality } from '../../domain/geography/municipalities.ts';
import { municipalityLocation } from '../../domain/geography/travel.ts';
import { asId, type Id } from '../../domain/id.ts';
import {
  bestOfCountry,
  decided,
  inFull,
  lookedForAPage,
  type NationalRequest,
  stepsForTheCountry,
} from '../../domain/placement/national-index-search.ts';
import { candidatesIn, withUnits } from '../../domain/placement/national-index.ts';
import { faultIn } from '../../domain/placement/nights.ts';
import { qualificationSummary, type QualificationSummary } from '../../domain/placement/qualification/summary.ts';
import type { QualificationMet } from '../../domain/placement/ranking.ts';
import { answerAll, type AnsweredUnit, inOrder, type RankedUnit } from '../../domain/placement/search.ts';
import { whatWouldHelp, type WhatWouldHelp } from '../../domain/placement/what-would-help.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { KnownOfUnits, SearchMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { Fields } from '../form.ts';
import type { FindQuery } from './find-query.ts';

/** A country of no more units than these is asked exactly, unit by unit, and all of them are shown. */
const mostAskedExactly = 40;

/** Steps of exact search that such a country has for each thing that could help: some hundredths of a second. Our own choice. */
const stepsForAFew = 50_000;

/** Units that are shown at once in a larger country: nobody reads further than that before she asks otherwise. */
export const shownAtOnce = 20;

/** What is asked of a country that has more units than are shown. */
export type CountryQuery = {
  readonly shown: number;
  /** A unit that is to be decided though it takes time; `null` for none. */
  readonly decide: Id<'unit'> | null;
  /** Whether what would help is asked, where nobody can take her. */
  readonly asksForHelp: boolean;
};

/** What the units answer her, before it is known where each of them stands. */
export type AnsweredForHer = {
  /** The best, with their reasons. */
  readonly shown: readonly AnsweredUnit[];
  /** How many of all units can take her, as far as was decided. */
  readonly able: number;
  readonly units: number;
  /** What would help her where nobody was found who can take her; `null` where somebody was, or it was not asked. */
  readonly help: WhatWouldHelp | null;
};

export function readCountryQuery(fields: Fields): CountryQuery {
  const shown = /^\d{1,4}$/.test(fields.text('vis')) ? Number(fields.text('vis')) : shownAtOnce;
  const decide = fields.text('afgoer');
  return { shown: Math.max(shown, shownAtOnce), decide: decide === '' ? null : asId<'unit'>(decide), asksForHelp: true };
}

/**
 * Her own stays take no place from her: while she has one, the others are shown as if she had not. The unit where she lives is not among them:
 * another place there is a move within the house, which its leader makes.
 */
export function answersForHer(
  { her, index: country, now }: Pick<SearchMaterial, 'her' | 'index' | 'now'>,
  { needs, nights, length, partyOn }: Pick<FindQuery, 'needs' | 'nights' | 'length' | 'partyOn'>,
  herStays: readonly StayWithName[],
  { shown, decide, asksForHelp }: CountryQuery = { shown: shownAtOnce, decide: null, asksForHelp: false },
): AnsweredForHer {
  const livesIn = herStays.find(({ status }) => status === 'admitted')?.unit ?? null;
  const index = livesIn === null ? country : withUnits(country, [{ id: livesIn, candidate: null }]);
  // The stay she is admitted to has gone with its unit: at most the one she is to come to is left.
  const herStay = herStays.find(({ unit }) => unit !== livesIn) ?? null;
  const home = her.pathway.municipality === null ? null : municipality(her.pathway.municipality);
  const asked = { needs, nights, length, partyOn, home: home && municipalityLocation(home), at: now };
  const units = index.units.size;
  const request: NationalRequest = {
    ...asked,
    without: herStay && { stay: herStay.id, unit: herStay.unit },
    looked: lookedForAPage,
    steps: units <= mostAskedExactly ? stepsForAFew : stepsForTheCountry,
  };
  // Asked only where it was found that nobody can: all others pay nothing for it, and no need is blamed where it was not decided in time.
  const helpFor = (answered: readonly AnsweredUnit[], able: number): WhatWouldHelp | null => {
    const isNo = able === 0 && !answered.some(({ answer }) => answer.outcome === 'not-decided-in-time');
    return asksForHelp && isNo && faultIn(nights) === null ? whatWouldHelp(index, request) : null;
  };
  if (units <= mostAskedExactly) {
    // The one that is asked alone has its steps before the others.
    const inTurn = candidatesIn(index).toSorted((one, other) => Number(other.unit.id === decide) - Number(one.unit.id === decide));
    const others = inTurn.map((candidate) => ({
      ...candidate,
      occupations: candidate.occupations.filter(({ stay }) => stay !== herStay?.id),
    }));
    const answered = answerAll(others, asked);
    const able = answered.filter(isAble).length;
    return { shown: answered, able, units, help: helpFor(answered, able) };
  }
  const { best, able } = bestOfCountry(index, request, shown, decide);
  const answered = best.map((one) => (one.candidate.unit.id === decide ? decided(index, one, request) : inFull(index, one, request)));
  return { shown: answered, able, units, help: helpFor(answered, able) };
}

/** The units in the order they fit her, with what is known of their qualification. */
export function rankForHer(
  answered: readonly AnsweredUnit[],
  asked: Pick<FindQuery, 'needs' | 'nights'>,
  qualifications: KnownOfUnits['qualifications'],
  now: Moment,
): readonly RankedUnit[] {
  return inOrder(answered, asked, (unit) => {
    const record = qualifications.get(unit);
    return record ? qualificationMet(qualificationSummary(record, danishDay(now))) : null;
  });
}

function isAble({ answer }: { readonly answer: { readonly outcome: string } }): boolean {
  return answer.outcome === 'can-come' || answer.outcome === 'can-come-with-moves';
}

/** The agency's assessment goes before what the unit states of itself; the two are never merged. Only what is met counts. */
function qualificationMet({ unit, agency, criteria }: QualificationSummary): QualificationMet {
  const said = agency ?? unit;
  return said && { met: said.met, of: criteria };
}
