/** The log of urgency (da: hastegradens log): each change of a request's score with its cause, the same whenever it is written. */
import { addDays, type Day } from '../time.ts';
import { type Contribution, type Urgency, type UrgencyFacts, urgencyOn } from './urgency.ts';

/** Why a score is another. `time` is a new week of the pregnancy or of waiting; the rest are facts or rules that changed. */
export const urgencyCauses = ['asked', 'time', 'due-date', 'birth', 'risk', 'refusal', 'edition'] as const;
export type UrgencyCause = (typeof urgencyCauses)[number];

/** One line of the log: the score from a day on, and what it was worked out from. */
export type LoggedUrgency = Urgency & { readonly day: Day; readonly causes: readonly UrgencyCause[]; readonly facts: UrgencyFacts };

/**
 * The lines that are missing between the last one and today: one for each day on which time alone changed the score, and then one where
 * today's facts do. Empty where nothing changed. However late it is asked, the lines are the same.
 */
export function missingLines(last: LoggedUrgency | null, facts: UrgencyFacts, today: Day): readonly LoggedUrgency[] {
  if (last === null) return [{ ...urgencyOn(facts, today), day: today, causes: ['asked'], facts }];
  const lines: LoggedUrgency[] = [];
  let latest = last;
  const add = (day: Day, known: UrgencyFacts): void => {
    const urgency = urgencyOn(known, day);
    if (!isOther(latest, urgency)) return;
    latest = { ...urgency, day, causes: causesOf(latest, { ...urgency, facts: known }), facts: known };
    lines.push(latest);
  };
  for (let day = addDays(last.day, 1); day <= today; day = addDays(day, 1)) add(day, last.facts);
  add(today < last.day ? last.day : today, facts);
  return lines;
}

/** The whole log from the facts as they were known from each day on, in the order they became known: what the stored one must equal. */
export function wholeLog(known: readonly { readonly from: Day; readonly facts: UrgencyFacts }[], today: Day): readonly LoggedUrgency[] {
  const lines: LoggedUrgency[] = [];
  let now: UrgencyFacts | null = null;
  for (const { from, facts } of known) {
    lines.push(...missingLines(withFacts(lines.at(-1), now), facts, from));
    now = facts;
  }
  if (now !== null) lines.push(...missingLines(withFacts(lines.at(-1), now), now, today));
  return lines;
}

/** A line whose facts are those that were known last, also where they changed without changing the score. */
function withFacts(line: LoggedUrgency | undefined, facts: UrgencyFacts | null): LoggedUrgency | null {
  return line ? { ...line, facts: facts ?? line.facts } : null;
}

function isOther(one: Urgency, other: Urgency): boolean {
  return one.score !== other.score || one.edition !== other.edition || said(one) !== said(other);
}

function said({ contributions }: Urgency): string {
  return contributions.map((one) => `${nameOf(one)} ${one.points}`).join(', ');
}

function nameOf(one: Contribution): string {
  return one.kind === 'risk' ? one.risk : one.kind;
}

function causesOf(before: LoggedUrgency, after: Urgency & { readonly facts: UrgencyFacts }): readonly UrgencyCause[] {
  const was = before.facts;
  const is = after.facts;
  const names = (facts: UrgencyFacts): string => JSON.stringify(facts.risks);
  const changed: Readonly<Record<Exclude<UrgencyCause, 'asked' | 'time'>, boolean>> = {
    'due-date': was.countedFrom !== is.countedFrom,
    birth: was.bornOn !== is.bornOn,
    risk: names(was) !== names(is),
    refusal: was.refusals !== is.refusals,
    edition: before.edition !== after.edition,
  };
  const causes = urgencyCauses.filter((cause) => cause !== 'asked' && cause !== 'time' && changed[cause]);
  return causes.length > 0 ? causes : ['time'];
}
