/** The answer to the question of the page, before anything else: which estimates carry the units, who is left outside, what «carried» means. */
import type { JSX } from 'react';
import type { EstimateAnswer } from '../../domain/planning/proposals/answer.ts';
import { type Carrying, carryingOf, meanForThree, sustainedAt } from '../../domain/planning/proposals/carried-units.ts';
import { admittedOf, isDearlyBought, roomOf, type RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import { type NeedEstimateId, needEstimateIds, needEstimates } from '../../domain/planning/proposals/need-estimates.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { estimateText, minutesText, percentText, spanText, widest } from './plan-words.ts';
import { planTexts } from './texts.ts';

type Props = {
  readonly answers: readonly EstimateAnswer[];
  readonly places: number;
  readonly rule: RoomRule;
  readonly language: Language;
};

export function PlanLead({ answers, places, rule, language }: Props): JSX.Element {
  const say = planTexts(language);
  const units = answers[0]?.units.length ?? 0;
  if (units === 0) return <NothingNew language={language} />;
  return (
    <section className="plan-lead">
      <p className="say">{carriedSentence(answers, rule, language)}</p>
      <p className="say">{roomSentence(answers, places, rule, language)}</p>
      <p>
        {say('criterion', {
          mean: numberText(Number(meanForThree().toFixed(1)), language),
          share: numberText(10 * sustainedAt, language),
        })}
      </p>
    </section>
  );
}

/** What nothing new is: no units, and nothing said of what there is today. */
function NothingNew({ language }: { readonly language: Language }): JSX.Element {
  const say = planTexts(language);
  const women = needEstimateIds.map((id) => say('lead.of', { women: estimateText(id, language), who: say(`who.estimate.${id}`) }));
  return (
    <section className="plan-lead">
      <p className="say">{say('nothing.lead')}</p>
      <p>{say('nothing.women', { women: listed(women, language) })}</p>
      <p>{say('nothing.today')}</p>
    </section>
  );
}

/**
 * «Under … kan forslagets 5 afsnit bæres; under … kun, hvis det højeste tal er det rigtige; under … ikke.» Where units are carried because more
 * women come than there is room for, that is said at once.
 */
export function carriedSentence(answers: readonly EstimateAnswer[], rule: RoomRule, language: Language): string {
  const say = planTexts(language);
  const units = answers[0]?.units.length ?? 0;
  const short = answers.filter((answer) => carryingOf(units, answer.sustained) !== 'no' && roomOf(answer, rule) === 'short');
  const carried = womenSentence(answers, short.length > 0, language);
  if (short.length === 0) return carried;
  const each = short.map((answer) =>
    say('lead.shortOf', {
      who: say(`who.estimate.${answer.estimate}`),
      women: estimateText(answer.estimate, language),
      admitted: percentText(admittedOf(answer), language),
    }),
  );
  return `${carried} ${say('lead.short', { each: listed(each, language) })}`;
}

function womenSentence(answers: readonly EstimateAnswer[], isShort: boolean, language: Language): string {
  const say = planTexts(language);
  const units = answers[0]?.units.length ?? 0;
  const under = (wanted: Carrying): readonly NeedEstimateId[] =>
    answers.filter(({ sustained }) => carryingOf(units, sustained) === wanted).map(({ estimate }) => estimate);
  const said = (ids: readonly NeedEstimateId[]): string =>
    listed(
      ids.map((id) => say('lead.under', { who: say(`who.estimate.${id}`), women: estimateText(id, language) })),
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
export function roomSentence(answers: readonly EstimateAnswer[], places: number, rule: RoomRule, language: Language): string {
  const say = planTexts(language);
  const units = answers[0]?.units.length ?? 0;
  if (answers.every((answer) => roomOf(answer, rule) === 'nearly-all')) {
    const weeks = Math.max(...answers.map(({ weeksLost }) => weeksLost?.to ?? 0));
    return say(answers.some((answer) => isDearlyBought(answer, rule)) ? 'lead.roomDear' : 'lead.roomAll', {
      places,
      units,
      weeks: numberText(Number(weeks.toFixed(1)), language),
      occupancy: percentText(widest(answers.flatMap(({ occupancy }) => occupancy ?? [])), language),
      minutes: minutesText(widest(answers.flatMap(({ minutes }) => minutes ?? [])), language),
    });
  }
  const never = answers.map(({ estimate, neverAdmitted }) =>
    say(neverAdmitted.to === 0 ? 'lead.nobody' : 'lead.never', {
      never: percentText(neverAdmitted, language),
      women: spanText(needEstimates[estimate], 0, language),
    }),
  );
  return say('lead.room', { places, never: listed(never, language), units });
}

/** «a, b og c». */
function listed(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

/** What an estimate means for the proposal, in one or two sentences. */
export function estimateSentence(answer: EstimateAnswer, language: Language): string {
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
