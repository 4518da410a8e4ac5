/** What an estimate of need means for a proposal: one verdict, and the sentences that follow from it, each true at both ends of the estimate. */
import type { DemandRange, UnitAnswer } from '../../domain/planning/proposals/answer.ts';
import { type Carrying, carryingOf } from '../../domain/planning/proposals/carried-units.ts';
import { admittedOf, roomOf, type RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { declinedUnder, whoAccept } from './declined.ts';
import { leadWords } from './lead-words.ts';
import { neededText, percentText, spanText, takenText } from './plan-words.ts';
import type { ShownNeed } from './shown-need.ts';
import { siteName } from './site-name.ts';

/** A colour only repeats the word. */
export type Verdict = { readonly tag: string; readonly tone: 'done' | 'attention' | 'stop'; readonly sentence: string };

const tones: Readonly<Record<Exclude<Carrying, 'nothing'>, Verdict['tone']>> = { whole: 'done', upper: 'attention', no: 'stop' };

/** Null where there is no unit that women could be enough for. */
export function verdictOf(answer: ShownNeed, rule: RoomRule, language: Language): Verdict | null {
  const say = leadWords(language);
  const { need, sustained, units } = answer;
  const carrying = carryingOf(units.length, sustained);
  const isShort = roomOf(answer, rule) === 'short';
  const values = { units: units.length };
  switch (carrying) {
    case 'nothing':
      return null;
    case 'whole':
      return {
        tag: say(isShort ? 'tag.short' : 'tag.whole'),
        tone: isShort ? 'attention' : tones[carrying],
        sentence: say('verdict.whole', {
          ...values,
          room: isShort ? 'short' : 'enough',
          ...whoAccept([answer]),
          admitted: percentText(admittedOf(answer), language),
        }),
      };
    case 'upper':
      return {
        tag: say('tag.upper'),
        tone: tones[carrying],
        sentence: say('verdict.upper', {
          ...values,
          needed: neededText([answer], language),
          least: numberText(need.from, language),
          enough: sustained.from,
        }),
      };
    case 'no':
      return {
        tag: say('tag.no'),
        tone: tones[carrying],
        sentence: say('verdict.no', { ...values, enough: sustained.to, enoughText: spanText(sustained, 0, language) }),
      };
  }
}

/** A unit that gets the fewest or the most; `site` is null where no unit does so throughout the estimate. */
export type EndUnit = Pick<UnitAnswer, 'mean' | 'withThree'> & { readonly site: string | null };

/**
 * The fewest and the most admissions of any unit, each at the lowest number of the estimate, at its middle and at its highest: the fewest are never
 * more than the most. A unit is named where it is the one at all three. The same twice where there is one unit; null where there is none.
 */
export function endUnits({ units }: Pick<ShownNeed, 'units'>): readonly [EndUnit, EndUnit] | null {
  return units.length === 0 ? null : [endUnit(units, Math.min), endUnit(units, Math.max)];
}

function endUnit(units: readonly UnitAnswer[], end: (...values: number[]) => number): EndUnit {
  const over = (of: (unit: UnitAnswer) => DemandRange): DemandRange => ({
    from: end(...units.map((unit) => of(unit).from)),
    middle: end(...units.map((unit) => of(unit).middle)),
    to: end(...units.map((unit) => of(unit).to)),
  });
  const mean = over((unit) => unit.mean);
  const throughout = units.find((unit) => unit.mean.from === mean.from && unit.mean.middle === mean.middle && unit.mean.to === mean.to);
  return throughout ?? { site: null, mean, withThree: over((unit) => unit.withThree) };
}

/** What the units get, who comes in, how long they wait, and how full it is. */
export function estimateSentences(answer: ShownNeed, language: Language): string {
  const say = leadWords(language);
  const ends = endUnits(answer);
  if (!ends) return say('in.nobody');
  const [few, many] = ends;
  const of = ({ mean, withThree }: EndUnit) => ({
    mean: spanText(mean, 1, language),
    three: percentText(withThree, language),
  });
  const named = (key: 'fewest' | 'most', end: EndUnit): string =>
    end.site === null ? say(`unit.${key}Changing`, of(end)) : say(`unit.${key}`, { site: siteName(end.site), ...of(end) });
  const got = answer.units.length === 1 ? [say('unit.one', of(few))] : [named('fewest', few), named('most', many)];
  const taken = answer.occupancy ? [say('taken', { taken: takenText(answer.occupancy, language) })] : [];
  return [...got, admittedSentence(answer, language), ...taken].join(' ');
}

/** Who declines where not all accept, who comes in of the others, and how long they wait. */
export function admittedSentence(answer: ShownNeed, language: Language): string {
  return [...declinedUnder(answer, language), cameInSentence(answer, language)].join(' ');
}

/** Who comes in of those who accept, and how long they wait: for a sheet that says who declines once, above. */
export function cameInSentence({ accepts, neverAdmitted, weeksLost }: ShownNeed, language: Language): string {
  const say = leadWords(language);
  if (weeksLost === null) return say('in.nobody');
  const never = percentText(neverAdmitted, language);
  const who = say(neverAdmitted.to === 0 ? 'in.all' : neverAdmitted.to < 0.01 ? 'in.nearly' : 'in.some', {
    never,
    ...whoAccept([{ accepts }]),
  });
  return Number(weeksLost.to.toFixed(1)) === 0
    ? say('lost.none', { who })
    : say('lost.some', { who, weeks: spanText(weeksLost, 1, language) });
}

/** Why the admissions do not make up what the share never admitted leaves; null where nearly everybody is admitted, so that nearly nobody waits at the end. */
export function openEndText(answers: readonly ShownNeed[], years: number, rule: RoomRule, language: Language): string | null {
  const isAnyShort = answers.some((answer) => answer.units.length > 0 && roomOf(answer, rule) === 'short');
  return isAnyShort ? leadWords(language)('open.end', { ...whoAccept(answers), years }) : null;
}
