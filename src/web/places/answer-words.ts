/** A unit's answer to her search, in sentences. */
import { endOf, endsWithTime } from '../../domain/placement/blocker-end.ts';
import type { Blocker, Explanation } from '../../domain/placement/blockers.ts';
import type { NextPossibleDay } from '../../domain/placement/next-day.ts';
import type { PlacePart } from '../../domain/placement/parts.ts';
import type { AdmissionRules, Unit } from '../../domain/placement/provision.ts';
import type { AdmissionRule } from '../../domain/placement/situation.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { answerTexts } from './answer-texts.ts';
import { nextSentence, nightsText, periodText, propertyList } from './words.ts';

type Explained = Extract<Explanation, { readonly outcome: 'explained' }>;

/** «Hun flytter én gang: Plads 2 til 9. marts 2027, derefter Plads 4.» */
export function partsSentence(parts: readonly PlacePart[], language: Language): string {
  const say = answerTexts(language);
  const words = parts.map(({ place, nights }, index) => {
    const of = { place: place.name, to: dayText(nights.departure, language) };
    return index === 0 ? say('partFirst', of) : index === parts.length - 1 ? say('partLast', of) : say('partNext', of);
  });
  return say('herParts', { moves: parts.length - 1, parts: words.join(', ') });
}

const headings = {
  one: { all: 'oneReason', some: 'oneReason', none: 'oneReasonStands' },
  each: { all: 'anyReason', some: 'anyReason', none: 'anyReasonStands' },
  together: { all: 'allReasons', some: 'allReasonsSomeStand', none: 'allReasonsStand' },
} as const;

/** What is said before the things that stand in the way: that they fall away is said only of what time removes. `comes`: she can come with time. */
export function reasonsHeading(explanation: Explained, unit: Pick<Unit, 'places'>, comes: boolean, language: Language): string {
  const kind = explanation.blockers.length === 1 ? 'one' : explanation.gone;
  return answerTexts(language)(headings[kind][endOf(explanation, unit, comes)]);
}

/** The things that stand in the way, a sentence each; where only some of them end with time, the others say that they do not. */
export function reasonSentences(explanation: Explained, unit: Pick<Unit, 'places'>, comes: boolean, language: Language): readonly string[] {
  const marks = endOf(explanation, unit, comes) === 'some' || explanation.gone === 'each';
  const areAlike = explanation.blockers.every((blocker) => !endsWithTime(blocker, unit, comes));
  return explanation.blockers.map((blocker) => {
    const sentence = blockerSentence(blocker, unit.places.length > 0, language);
    return marks && !areAlike && !endsWithTime(blocker, unit, comes) ? `${sentence} ${answerTexts(language)('stands')}` : sentence;
  });
}

export function blockerSentence(blocker: Blocker, hasPlaces: boolean, language: Language): string {
  const say = answerTexts(language);
  switch (blocker.kind) {
    case 'need': {
      const property = propertyList([blocker.property], language);
      if (blocker.nights === undefined) return say(`need.${blocker.offered}`, { property });
      const period = periodText({ from: blocker.nights.arrival, to: blocker.nights.departure }, language);
      return say(`needThen.${blocker.offered}`, { property, period });
    }
    case 'full': {
      const { nights, properties, joint, dissolves = false } = blocker;
      const period = periodText({ from: nights.arrival, to: nights.departure }, language);
      if (!hasPlaces) return say('noPlaces');
      if (joint) return say(dissolves ? 'fullJointWhile' : 'fullJoint', { period });
      if (properties.length === 0) return say(dissolves ? 'fullAllWhile' : 'fullAll', { period });
      return say(dissolves ? 'fullWhile' : 'full', { period, properties: propertyList(properties, language) });
    }
    case 'held':
      return say('held', { place: blocker.place.name, time: momentText(blocker.until, language) });
    case 'closed': {
      const of = { period: nightsText(blocker.closure, language), reason: blocker.closure.reason };
      if (blocker.place === null) return say('closedUnit', of);
      const elsewhere = blocker.elsewhere === undefined ? [] : [say(blocker.elsewhere ? 'elsewhereSome' : 'elsewhereNone')];
      return [say('closedPlace', { ...of, place: blocker.place.name }), ...elsewhere].join(' ');
    }
    case 'not-open':
      return say('notOpen', { period: nightsText(blocker, language) });
    case 'lead-time':
      return say('leadTime', { place: blocker.place.name, day: dayText(blocker.openFrom, language) });
    case 'staffing': {
      const { nights, staffing } = blocker;
      return say('staffing', { women: staffing.women, period: periodText({ from: nights.arrival, to: nights.departure }, language) });
    }
    case 'admission':
      return ruleSentence(blocker.rule, blocker.rules, language);
  }
}

/** What a rule of admission says. */
export function ruleSentence(rule: AdmissionRule, rules: AdmissionRules, language: Language): string {
  const limit = rule === 'womenOnly' ? 0 : (rules[rule] ?? 0);
  return answerTexts(language)(`admission.${rule}`, { limit });
}

export function nextDaySentence(next: NextPossibleDay, language: Language): string {
  return next.outcome === 'not-decided-in-time' ? answerTexts(language)('nextUndecided') : nextSentence(next, language);
}
