/** The answer to the question of the page, before anything else: for which estimates there are women enough, who is left outside, and by what rule. */
import type { JSX } from 'react';
import { type Carrying, carryingOf, meanForThree, sustainedAt } from '../../domain/planning/proposals/carried-units.ts';
import { admittedOf, pricesOf, roomOf, type RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { declinedSentences, whoAccept } from './declined.ts';
import { leadWords } from './lead-words.ts';
import { endUnits } from './need-verdict.ts';
import { estimateText, listed, minutesSaid, neededText, percentText, takenText } from './plan-words.ts';
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
  return (
    <section className="plan-lead">
      {leadSentences(answers, places, rule, language).map((sentence, index) => (
        <p key={sentence} className={units > 0 || index === 0 ? 'say' : undefined}>
          {sentence}
        </p>
      ))}
      {hinges.length > 0 && <p className="say">{hinges.join(' ')}</p>}
      {units > 0 && <p>{criterionSentence(dispersion, language)}</p>}
    </section>
  );
}

/** The answer itself. Where there are no units: what nothing new is, and nothing said of what there is today. */
export function leadSentences(answers: readonly ShownNeed[], places: UnitPlaces, rule: RoomRule, language: Language): readonly string[] {
  const say = planTexts(language);
  const units = answers[0]?.units.length ?? 0;
  if (units > 0) {
    const room = roomSentence(answers, places, rule, language);
    const nearest = nearestSentence(answers, language);
    return [
      carriedSentence(answers, places, rule, language),
      ...declinedSentences(answers, language),
      ...(nearest === null ? [] : [nearest]),
      ...(room === null ? [] : [room]),
    ];
  }
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

/**
 * What the proposal's own rule gives where an equal share would be enough: women come to the nearest unit with room, and a unit that few live near to may
 * not reach three often enough. Null where every unit does so under each of those estimates, and where there is one unit, which gets all.
 */
export function nearestSentence(answers: readonly ShownNeed[], language: Language): string | null {
  const say = leadWords(language);
  const each = answers.flatMap((answer) => {
    const { units, sustained } = answer;
    const [fewest] = endUnits(answer) ?? [];
    // The shares are drawn, and written in whole per cent: what is written as enough is enough.
    const isEnough = !fewest || Math.round(100 * fewest.withThree.from) >= 100 * sustainedAt;
    if (units.length < 2 || carryingOf(units.length, sustained) === 'no' || isEnough) return [];
    return [say('nearestOf', { three: percentText(fewest.withThree, language), women: estimateText(answer, language) })];
  });
  return each.length === 0 ? null : say('nearest', { each: listed(each, language) });
}

/** Those that have women enough, or would at their higher numbers, and too little room for them: the first sentence says so at once. */
function shortOf(answers: readonly ShownNeed[], rule: RoomRule): readonly ShownNeed[] {
  const units = answers[0]?.units.length ?? 0;
  return answers.filter((answer) => carryingOf(units, answer.sustained) !== 'no' && roomOf(answer, rule) === 'short');
}

/**
 * «Under … er der kvinder nok til forslagets 5 afsnit; under … kun, hvis der kommer mindst 27 om året; under … er der ikke kvinder nok.» Where there are
 * more women than there is room for, that is said at once.
 */
export function carriedSentence(answers: readonly ShownNeed[], places: UnitPlaces, rule: RoomRule, language: Language): string {
  const say = leadWords(language);
  const short = shortOf(answers, rule);
  const carried = womenSentence(answers, short.length > 0, language);
  if (short.length === 0) return carried;
  const each = short.map((answer) =>
    say('shortOf', { ...whoAccept(answers), women: estimateText(answer, language), admitted: percentText(admittedOf(answer), language) }),
  );
  return `${carried} ${say('short', { ...placed(answers, places), each: listed(each, language) })}`;
}

/** What a sentence is given to say how many places there are. */
function placed(answers: readonly ShownNeed[], { of, places }: UnitPlaces): Readonly<Record<'of' | 'places' | 'units', string | number>> {
  return { of, places, units: answers[0]?.units.length ?? 0 };
}

function womenSentence(answers: readonly ShownNeed[], isShort: boolean, language: Language): string {
  const say = leadWords(language);
  const units = answers[0]?.units.length ?? 0;
  const under = (wanted: Carrying): readonly ShownNeed[] => answers.filter(({ sustained }) => carryingOf(units, sustained) === wanted);
  const said = (needs: readonly ShownNeed[]): string =>
    listed(
      needs.map((need) => say('under', { who: need.who, women: estimateText(need, language) })),
      language,
    );
  const [whole, upper, no] = [under('whole'), under('upper'), under('no')];
  const [only] = answers;
  if (only && answers.length === 1 && upper.length === 0) {
    const key = no.length > 0 ? 'oneNot' : isShort ? 'oneShort' : 'one';
    return say(key, { who: said([only]), units });
  }
  if (whole.length === answers.length) return say(isShort ? 'allShort' : 'all', { units });
  if (no.length === answers.length) return say('none', { units });
  const clauses = [
    ...(whole.length > 0 ? [say('whole', { who: said(whole), units })] : []),
    ...(upper.length > 0
      ? [say(whole.length > 0 ? 'upperAfter' : 'upper', { who: said(upper), units, needed: neededText(upper, language) })]
      : []),
    ...(no.length > 0 ? [say('no', { who: said(no) })] : []),
  ];
  return `${clauses.join('; ')}.`;
}

/**
 * Who is left outside, of those that the first sentence has not told of, and what it costs in full units and long journeys; null where the first has told
 * all, or where nobody accepts a place.
 */
export function roomSentence(answers: readonly ShownNeed[], places: UnitPlaces, rule: RoomRule, language: Language): string | null {
  const say = leadWords(language);
  const short = shortOf(answers, rule);
  const rest = answers.filter((answer) => !short.includes(answer));
  if (answers.every(({ accepts }) => accepts === 0)) return null;
  const pricesOver = (of: readonly ShownNeed[]): string => pricesText(of, short, rule, language);
  const besidesOf = (prices: string): readonly string[] => (prices === '' ? [] : [say('besides', { prices })]);
  if (rest.length === 0) return besidesOf(pricesOver(answers))[0] ?? null;
  const isRestIn = rest.every((answer) => roomOf(answer, rule) === 'nearly-all');
  // What it costs that these come in is not what it costs the others.
  const prices = pricesOver(isRestIn ? rest : answers);
  const values = { ...placed(answers, places), ...whoAccept(rest), count: rest.length, wait: waitText(rest, language), prices };
  if (isRestIn) {
    if (short.length > 0) return [say(prices === '' ? 'restAll' : 'restDear', values), ...besidesOf(pricesOver(short))].join(' ');
    const under = answers.length > 1 ? say('underAll') : '';
    return say(prices === '' ? 'roomAll' : 'roomDear', { ...values, under });
  }
  const never = rest.map((answer) =>
    say(answer.neverAdmitted.to === 0 ? 'nobody' : 'never', {
      never: percentText(answer.neverAdmitted, language),
      women: estimateText(answer, language),
      ...whoAccept([answer]),
    }),
  );
  return [say(short.length > 0 ? 'restNever' : 'room', { ...values, never: listed(never, language) }), ...besidesOf(prices)].join(' ');
}

/**
 * «ved 6–8 og 16–30 kvinder om året er rejsen i bil ca. 100 minutter …; ved 80–100 …», what is alike together; empty where room costs nothing. Where there
 * is too little room, that the units are full is no news.
 */
function pricesText(answers: readonly ShownNeed[], short: readonly ShownNeed[], rule: RoomRule, language: Language): string {
  const say = leadWords(language);
  const alike = new Map<string, readonly string[]>();
  for (const answer of answers) {
    const paid = pricesOf(answer, rule)
      .filter((price) => price !== 'full' || !short.includes(answer))
      .map((price) => {
        switch (price) {
          case 'full':
            return say('paid.full', { taken: answer.occupancy ? takenText(answer.occupancy, language) : '' });
          case 'far':
            return say('paid.far', { minutes: answer.minutes ? minutesSaid(answer.minutes, language) : '' });
        }
      });
    const text = listed(paid, language);
    if (paid.length > 0) alike.set(text, [...(alike.get(text) ?? []), estimateText(answer, language)]);
  }
  return [...alike].map(([paid, women]) => say('price', { women: listed(women, language), paid })).join('; ');
}

/** How long they wait at most on average; «0 uger» is no waiting. */
function waitText(answers: readonly ShownNeed[], language: Language): string {
  const weeks = Number(Math.max(...answers.map(({ weeksLost }) => weeksLost?.to ?? 0)).toFixed(1));
  return weeks === 0 ? leadWords(language)('noWait') : leadWords(language)('weeks', { weeks: numberText(weeks, language) });
}
