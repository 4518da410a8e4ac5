/** The answer to the question of the page, before anything else: for which estimates there are women enough, who is left outside, and by what rule. */
import type { JSX } from 'react';
import { type Carrying, carryingOf, meanForThree, sustainedAt } from '../../domain/planning/proposals/carried-units.ts';
import { admittedOf, pricesOf, type Room, roomOf, type RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { declinedShare, whoAccept } from './declined.ts';
import { leadWords } from './lead-words.ts';
import { endUnits } from './need-verdict.ts';
import { estimateText, listed, minutesSaid, neededText, percentText, spanText, takenText } from './plan-words.ts';
import type { ShownNeed } from './shown-need.ts';
import { planTexts } from './texts.ts';

type Props = {
  readonly answers: readonly ShownNeed[];
  readonly places: UnitPlaces;
  /** The shape of the variation between years; null for chance alone. */
  readonly dispersion: number | null;
  readonly rule: RoomRule;
  /** What the answer hangs on, in sentences. */
  readonly hinges: readonly string[];
  readonly language: Language;
};

/** Places in each unit, or in all of them together where they are not alike. */
export type UnitPlaces = { readonly of: 'each' | 'all'; readonly places: number };

export function PlanLead({ answers, places, dispersion, rule, hinges, language }: Props): JSX.Element {
  const units = answers[0]?.units.length ?? 0;
  if (units === 0) {
    return (
      <section className="plan-lead">
        {nothingSentences(answers, language).map((sentence, index) => (
          <p key={sentence} className={index === 0 ? 'say' : undefined}>
            {sentence}
          </p>
        ))}
      </section>
    );
  }
  return (
    <section className="plan-lead">
      <p className="say">{verdictSentence(answers, rule, language)}</p>
      <p>{baseSentence(answers, places, language)}</p>
      <ul className="plan-lead-needs">
        {answers.map((answer) => (
          <li key={answer.key}>{needSentence(answer, rule, language)}</li>
        ))}
      </ul>
      {hinges.length > 0 && <p>{hinges.join(' ')}</p>}
      <p className="quiet">{criterionSentence(dispersion, language)}</p>
    </section>
  );
}

/** Where there are no units: what nothing new is, and nothing said of what there is today. */
export function nothingSentences(answers: readonly ShownNeed[], language: Language): readonly string[] {
  const say = planTexts(language);
  const women = answers.map((answer) => leadWords(language)('of', { women: estimateText(answer, language), who: answer.who }));
  return [say('nothing.lead'), say('nothing.women', { women: listed(women, language) }), say('nothing.today')];
}

/** What «carried» means. */
export function criterionSentence(dispersion: number | null, language: Language): string {
  return planTexts(language)('criterion', {
    mean: numberText(Number(meanForThree(dispersion).toFixed(1)), language),
    share: numberText(10 * sustainedAt, language),
  });
}

/** The answer in one sentence, and where there is too little room for those who come a second one that says so. */
export function verdictSentence(answers: readonly ShownNeed[], rule: RoomRule, language: Language): string {
  const short = answers.filter((answer) => isShort(answer, rule));
  const verdict = womenSentence(answers, short.length > 0, language);
  return short.length === 0 ? verdict : `${verdict} ${leadWords(language)('short', { women: womenOf(short, language) })}`;
}

function womenSentence(answers: readonly ShownNeed[], isAnyShort: boolean, language: Language): string {
  const say = leadWords(language);
  const units = answers[0]?.units.length ?? 0;
  const under = (wanted: Carrying): readonly ShownNeed[] => answers.filter(({ sustained }) => carryingOf(units, sustained) === wanted);
  const [whole, upper, no] = [under('whole'), under('upper'), under('no')];
  const isOne = answers.length === 1;
  if (whole.length === answers.length) return say(isOne ? (isAnyShort ? 'oneShort' : 'one') : isAnyShort ? 'allShort' : 'all', { units });
  if (no.length === answers.length) return say(isOne ? 'oneNot' : 'none', { units });
  const clauses = [
    ...(whole.length > 0 ? [say('whole', { women: womenOf(whole, language), units })] : []),
    ...(upper.length > 0 ? [say(whole.length > 0 ? 'upperAfter' : 'upper', { women: womenOf(upper, language), units })] : []),
    ...(no.length > 0 ? [say('no', { women: womenOf(no, language) })] : []),
  ];
  return say('mixed', { clauses: clauses.join('; ') });
}

/** «6–8 og 16–30», the lowest first. */
function womenOf(answers: readonly ShownNeed[], language: Language): string {
  return listed(
    answers.toSorted((one, other) => one.need.from - other.need.from).map((answer) => estimateText(answer, language)),
    language,
  );
}

/** Those that have women enough, or would at their higher numbers, and too little room for them: the first sentence says so at once. */
function isShort({ units, sustained, neverAdmitted }: ShownNeed, rule: RoomRule): boolean {
  return carryingOf(units.length, sustained) !== 'no' && roomOf({ neverAdmitted }, rule) === 'short';
}

/** What is the same under every estimate: the places, and that some decline. */
export function baseSentence(answers: readonly ShownNeed[], { of, places }: UnitPlaces, language: Language): string {
  const [first] = answers;
  const values = { of, places, units: first?.units.length ?? 0 };
  if (!first || first.accepts >= 1) return leadWords(language)('base', values);
  return leadWords(language)('baseDeclined', { ...values, no: declinedShare(first, language) });
}

/** One sentence for an estimate: whether there are women enough, who comes in, and what that costs in full units and long journeys. */
export function needSentence(answer: ShownNeed, rule: RoomRule, language: Language): string {
  const parts = needText(answer, rule, language);
  return leadWords(language)('each', { women: estimateText(answer, language), who: answer.who, parts });
}

/** The same without the name of the estimate, for where that stands before it. */
export function needText(answer: ShownNeed, rule: RoomRule, language: Language): string {
  return [womenPart(answer, language), ...nearestPart(answer, language), ...roomParts(answer, rule, language)].join('; ');
}

function womenPart(answer: ShownNeed, language: Language): string {
  const say = leadWords(language);
  const { units, sustained } = answer;
  switch (carryingOf(units.length, sustained)) {
    case 'whole':
    case 'nothing':
      return say('part.whole');
    case 'upper':
      return say('part.upper', { needed: neededText([answer], language) });
    case 'no':
      return say('part.no', { enough: sustained.to, enoughText: spanText(sustained, 0, language) });
  }
}

/**
 * What the proposal's own rule gives where an equal share would be enough: women come to the nearest unit with room, and a unit that few live near to may
 * not reach three often enough. None where every unit does so, and where there is one unit, which gets all.
 */
function nearestPart(answer: ShownNeed, language: Language): readonly string[] {
  const { units, sustained } = answer;
  const [fewest] = endUnits(answer) ?? [];
  // The shares are drawn, and written in whole per cent: what is written as enough is enough.
  const isEnough = !fewest || Math.round(100 * fewest.withThree.from) >= 100 * sustainedAt;
  if (units.length < 2 || carryingOf(units.length, sustained) === 'no' || isEnough) return [];
  return [leadWords(language)('part.nearest', { three: percentText(fewest.withThree, language) })];
}

/** Nothing of room where nobody accepts a place. Where there is too little, that the units are full is no news. */
function roomParts(answer: ShownNeed, rule: RoomRule, language: Language): readonly string[] {
  if (answer.accepts === 0) return [];
  const say = leadWords(language);
  const room = roomOf(answer, rule);
  const paid = pricesOf(answer, rule)
    .filter((price) => price !== 'full' || room !== 'short')
    .map((price) => {
      switch (price) {
        case 'full':
          return say('part.full', { taken: answer.occupancy ? takenText(answer.occupancy, language) : '' });
        case 'far':
          return say('part.far', { minutes: answer.minutes ? minutesSaid(answer.minutes, language) : '' });
      }
    });
  return [roomPart(answer, room, language), ...paid];
}

function roomPart(answer: ShownNeed, room: Room, language: Language): string {
  const say = leadWords(language);
  const who = whoAccept([answer]);
  switch (room) {
    case 'short':
      return say('part.short', { ...who, admitted: percentText(admittedOf(answer), language), wait: admittedWaitText(answer, language) });
    case 'some-outside':
      return say('part.outside', { ...who, never: percentText(answer.neverAdmitted, language), wait: admittedWaitText(answer, language) });
    case 'nearly-all':
      return say('part.nearly', { ...who, wait: waitText(answer, language) });
  }
}

/** What those lose who do come in where others do not: their wait is the longest of all. Empty where it is written as none. */
function admittedWaitText({ weeksLost }: ShownNeed, language: Language): string {
  if (weeksLost === null || Number(weeksLost.to.toFixed(1)) === 0) return '';
  return leadWords(language)('weeksOfAdmitted', { weeks: spanText(weeksLost, 1, language) });
}

/** How long they wait at most on average; «0 uger» is no waiting. */
function waitText({ weeksLost }: ShownNeed, language: Language): string {
  const weeks = Number((weeksLost?.to ?? 0).toFixed(1));
  return weeks === 0 ? leadWords(language)('noWait') : leadWords(language)('weeks', { weeks: numberText(weeks, language) });
}
