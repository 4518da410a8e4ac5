/** The answer to the question of the page, before anything else: which estimates carry the units, who is left outside, what «carried» means. */
import type { JSX } from 'react';
import { type Carrying, carryingOf, meanForThree, sustainedAt } from '../../domain/planning/proposals/carried-units.ts';
import { admittedOf, isDearlyBought, roomOf, type RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { estimateText, minutesText, percentText, spanText, widest } from './plan-words.ts';
import type { ShownNeed } from './shown-need.ts';
import { answerTexts, planTexts } from './texts.ts';

type Props = {
  readonly answers: readonly ShownNeed[];
  readonly places: UnitPlaces;
  /** The shape of the variation between years; null for chance alone. */
  readonly dispersion: number | null;
  readonly rule: RoomRule;
  readonly language: Language;
};

/** Places in each unit, or in all of them together where they are not alike. */
export type UnitPlaces = { readonly of: 'each' | 'all'; readonly places: number };

export function PlanLead({ answers, places, dispersion, rule, language }: Props): JSX.Element {
  const units = answers[0]?.units.length ?? 0;
  return (
    <section className="plan-lead">
      {leadSentences(answers, places, rule, language).map((sentence, index) => (
        <p key={sentence} className={units > 0 || index === 0 ? 'say' : undefined}>
          {sentence}
        </p>
      ))}
      {units > 0 && <p>{criterionSentence(dispersion, language)}</p>}
    </section>
  );
}

/** The answer itself. Where there are no units: what nothing new is, and nothing said of what there is today. */
export function leadSentences(answers: readonly ShownNeed[], places: UnitPlaces, rule: RoomRule, language: Language): readonly string[] {
  const say = planTexts(language);
  const units = answers[0]?.units.length ?? 0;
  if (units > 0) return [carriedSentence(answers, rule, language), roomSentence(answers, places, rule, language)];
  const women = answers.map((answer) => say('lead.of', { women: estimateText(answer, language), who: answer.who }));
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
 * «Under … kan forslagets 5 afsnit bæres; under … kun, hvis det højeste tal er det rigtige; under … ikke.» Where units are carried because more
 * women come than there is room for, that is said at once.
 */
export function carriedSentence(answers: readonly ShownNeed[], rule: RoomRule, language: Language): string {
  const say = planTexts(language);
  const units = answers[0]?.units.length ?? 0;
  const short = answers.filter((answer) => carryingOf(units, answer.sustained) !== 'no' && roomOf(answer, rule) === 'short');
  const carried = womenSentence(answers, short.length > 0, language);
  if (short.length === 0) return carried;
  const each = short.map((answer) =>
    say('lead.shortOf', {
      who: answer.who,
      women: estimateText(answer, language),
      admitted: percentText(admittedOf(answer), language),
    }),
  );
  return `${carried} ${say('lead.short', { each: listed(each, language) })}`;
}

function womenSentence(answers: readonly ShownNeed[], isShort: boolean, language: Language): string {
  const say = planTexts(language);
  const units = answers[0]?.units.length ?? 0;
  const under = (wanted: Carrying): readonly ShownNeed[] => answers.filter(({ sustained }) => carryingOf(units, sustained) === wanted);
  const said = (needs: readonly ShownNeed[]): string =>
    listed(
      needs.map((need) => say('lead.under', { who: need.who, women: estimateText(need, language) })),
      language,
    );
  const [whole, upper, no] = [under('whole'), under('upper'), under('no')];
  if (whole.length === answers.length) return say(isShort ? 'lead.allShort' : 'lead.all', { units });
  if (no.length === answers.length) return say('lead.none', { units });
  const clauses = [
    ...(whole.length > 0 ? [say('lead.whole', { who: said(whole), units })] : []),
    ...(upper.length > 0 ? [say(whole.length > 0 ? 'lead.upperAfter' : 'lead.upper', { who: said(upper), units })] : []),
    ...(no.length > 0 ? [say('lead.no', { who: said(no) })] : []),
  ];
  return `${clauses.join('; ')}.`;
}

/** Who is left outside: another question than whether there are women enough. */
export function roomSentence(answers: readonly ShownNeed[], { of, places }: UnitPlaces, rule: RoomRule, language: Language): string {
  const say = planTexts(language);
  const units = answers[0]?.units.length ?? 0;
  if (answers.every((answer) => roomOf(answer, rule) === 'nearly-all')) {
    const weeks = Math.max(...answers.map(({ weeksLost }) => weeksLost?.to ?? 0));
    const isDear = answers.some((answer) => isDearlyBought(answer, rule));
    const sentence = (key: 'roomDear' | 'roomAll', said: Readonly<Record<string, string | number>>): string =>
      of === 'each' ? say(`lead.${key}`, said) : answerTexts(language)(key, said);
    return sentence(isDear ? 'roomDear' : 'roomAll', {
      places,
      units,
      weeks: numberText(Number(weeks.toFixed(1)), language),
      occupancy: percentText(widest(answers.flatMap(({ occupancy }) => occupancy ?? [])), language),
      minutes: minutesText(widest(answers.flatMap(({ minutes }) => minutes ?? [])), language),
    });
  }
  const never = answers.map((answer) =>
    say(answer.neverAdmitted.to === 0 ? 'lead.nobody' : 'lead.never', {
      never: percentText(answer.neverAdmitted, language),
      women: estimateText(answer, language),
    }),
  );
  const room = { places, never: listed(never, language), units };
  return of === 'each' ? say('lead.room', room) : answerTexts(language)('room', room);
}

/** «a, b og c». */
function listed(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

/** What an estimate means for the proposal, in one or two sentences. */
export function estimateSentence(answer: ShownNeed, language: Language): string {
  const say = planTexts(language);
  const { units, neverAdmitted, weeksLost, sustained } = answer;
  return say('sentence', {
    carries: spanText(sustained, 0, language),
    most: sustained.to,
    units: units.length,
    mean: spanText(widest(units.map(({ mean }) => mean)), 1, language),
    three: percentText(widest(units.map(({ withThree }) => withThree)), language),
    never: neverAdmitted.to === 0 ? 'nobody' : percentText(neverAdmitted, language),
    weeks: spanText(weeksLost, 1, language),
  });
}
