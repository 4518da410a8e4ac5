/** The top of a pathway, large on its page and small in lists: how far she is, the level of care, the next thing, by when, what is missing. */
import type { JSX } from 'react';
import { type By, missingOn, type NextStep, nextStep } from '../../domain/pathway/actions.ts';
import { gestationOn } from '../../domain/pathway/gestation.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { type Moving, movingOf } from '../../domain/pathway/transfer.ts';
import { inForce, type RecordedFact } from '../../domain/pathway/facts.ts';
import { hverdageBetween } from '../../domain/calendar.ts';
import { danishDay, type Day, daysBetween, type Moment } from '../../domain/time.ts';
import { roles } from '../../domain/trail.ts';
import { transferTexts } from '../places/transfer-texts.ts';
import { loginTexts } from '../login/texts.ts';
import { Band, type BandMark } from '../ui/band.tsx';
import { dayText, daysAwayText, shortDayText, timeText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { describeFact } from './describe.ts';
import { pathwayTexts } from './texts.ts';
import { wordTexts } from './word-texts.ts';

/** «uge 31+2», or what stands in its way. */
export function weekText(pathway: Pathway, today: Day, language: Language): string {
  const say = pathwayTexts(language);
  if (pathway.bornOn !== null) return say('born', { day: dayText(pathway.bornOn, language) });
  if (pathway.dueDate === null) return say('noTerm');
  const gestation = gestationOn(pathway.dueDate.dueDate, today);
  if (gestation.outcome === 'past-range') return say('pastRange', { days: gestation.daysOverTerm });
  if (gestation.outcome === 'not-begun') return say('notBegun');
  return say('week', { weeks: gestation.weeks, days: gestation.days });
}

/** «uge 31+2 · 3. trimester · termin 12. februar 2027». */
export function pregnancyText(pathway: Pathway, today: Day, language: Language): string {
  const say = pathwayTexts(language);
  const week = weekText(pathway, today, language);
  if (pathway.bornOn !== null || pathway.dueDate === null) return week;
  const gestation = gestationOn(pathway.dueDate.dueDate, today);
  const trimester = gestation.outcome === 'pregnant' ? [say('trimester', { trimester: gestation.trimester })] : [];
  return [week, ...trimester, say('term', { day: dayText(pathway.dueDate.dueDate, language) })].join(' · ');
}

/** «Døgn tilbudt · hun overvejer». */
export function levelText({ levelStatus }: Pathway, language: Language): string {
  const word = wordTexts(language);
  return levelStatus ? word(`status.${levelStatus.status}`, { level: word(`level.${levelStatus.level}`) }) : word('status.none');
}

/** Her level; for one who moves to another house also when and where to: «Indskrevet · flytter 14. december 2026 til Lyngborg, Skov». */
export function LevelTag({ pathway, language }: { readonly pathway: Pathway; readonly language: Language }): JSX.Element {
  const moving = movingOf(pathway);
  const text = moving?.to.status === 'confirmed' ? movingText('tagMoves', moving, language) : levelText(pathway, language);
  return <Tag tone="accent">{text}</Tag>;
}

/** A sentence about a move, with its day and the unit she moves to. */
export function movingText(key: MovingKey, { to }: Moving, language: Language): string {
  return transferTexts(language)(key, { day: to.arrival === null ? '' : dayText(to.arrival, language), unit: to.unitName });
}

type MovingKey = 'tagMoves' | 'admittedThere' | 'waitsForThere' | 'leaderThere';

/** By when, with who says so: the law by its paragraph, an agreement by its name. */
export function ByText({
  by,
  now,
  language,
  short = false,
}: {
  readonly by: By | null;
  readonly now: Moment;
  readonly language: Language;
  /** In a list an agreement is one word, which the list explains once. */
  readonly short?: boolean;
}): JSX.Element {
  const say = pathwayTexts(language);
  if (by === null) return <span>{say('noLimit')}</span>;
  const today = danishDay(now);
  const late = by.at === null ? today > by.day : now > by.at;
  const time = by.at === null ? '' : ` ${timeText(by.at, language)}`;
  return (
    <span>
      {late ? (
        <Tag tone={by.basis.kind === 'law' ? 'stop' : 'attention'}>{awayText(by, today, language)}</Tag>
      ) : (
        awayText(by, today, language)
      )}
      {`${late ? ' ' : ', '}${shortDayText(by.day, language)}${time}`} <span className="quiet">{basisText(by, short, language)}</span>
    </span>
  );
}

/** Days in the unit of the rule: hverdage where the law counts hverdage. */
function awayText(by: By, today: Day, language: Language): string {
  const inHverdage = by.basis.kind === 'law' && by.basis.clock === 'concern-acknowledge' && by.day >= today;
  if (by.day < today) return pathwayTexts(language)('overdue', { days: daysBetween(by.day, today) });
  if (inHverdage) return pathwayTexts(language)('hverdageLeft', { count: hverdageBetween(today, by.day) });
  return daysAwayText(by.day, today, language);
}

function basisText({ basis }: By, short: boolean, language: Language): string {
  const say = pathwayTexts(language);
  switch (basis.kind) {
    case 'law':
      return basis.citation;
    case 'agreed':
      return say(short ? 'agreedShort' : 'agreed');
    case 'hold':
      return say('holdBasis');
    case 'stay':
      return say('stayBasis');
  }
}

/** The strip on top: next, by when, missing. */
export function NextStrip({
  pathway,
  now,
  language,
}: {
  readonly pathway: Pathway;
  readonly now: Moment;
  readonly language: Language;
}): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  const next = nextStep(pathway);
  const missing = missingOn(pathway);
  const moving = movingOf(pathway);
  if (next === null) {
    const { on, reason } = pathway.ended ?? { on: danishDay(now), reason: '' };
    return (
      <div className="strip">
        <p>{say('ended', { day: dayText(on, language), reason })}</p>
      </div>
    );
  }
  return (
    <div className="strip">
      <p>
        <strong>{say('nextLabel')}</strong>{' '}
        {next.action === 'admit' && moving ? movingText('admittedThere', moving, language) : word(`action.${next.action}`)}
      </p>
      <p>
        <strong>{say('byLabel')}</strong> <ByText by={next.by} now={now} language={language} />
      </p>
      <p>
        <strong>{say('missingLabel')}</strong>{' '}
        {missing.length === 0 ? say('nothingMissing') : missing.map((thing) => word(`missing.${thing}`)).join(', ')}
      </p>
    </div>
  );
}

/** Whom a step waits for, as roles in words. */
export function doneByText({ doneBy }: NextStep, language: Language): string {
  const role = loginTexts(language);
  return roles
    .filter((one) => doneBy.includes(one))
    .map((one) => role(`role.${one}`))
    .join(', ');
}

/** What hangs on the band. Nothing that exposes her: no relapse, no missed appointment, no test. */
export function bandMarks(facts: readonly RecordedFact[], pathway: Pathway, language: Language): readonly BandMark[] {
  const shown = inForce(facts)
    .filter(({ fact }) => isOnBand(fact))
    .map(({ fact, happened }) => mark(happened, describeFact(fact, language).what, fact));
  const say = pathwayTexts(language);
  const { stay, dueDate, bornOn } = pathway;
  const arrival =
    stay?.arrival && (stay.status === 'held' || stay.status === 'confirmed') ? [planned(stay.arrival, say('arrivalMark'))] : [];
  const term = dueDate && bornOn === null ? [planned(dueDate.dueDate, say('dueDateMark'))] : [];
  return [...shown, ...arrival, ...term];
}

/** The small band of a list: today alone. */
export function SmallBand({
  pathway,
  today,
  language,
}: {
  readonly pathway: Pathway;
  readonly today: Day;
  readonly language: Language;
}): JSX.Element {
  const week = weekText(pathway, today, language);
  if (pathway.dueDate === null) return <span className="quiet">{week}</span>;
  const birth: readonly BandMark[] = pathway.bornOn === null ? [] : [{ on: pathway.bornOn, text: '', kind: 'birth' }];
  return (
    <>
      <Band dueDate={pathway.dueDate.dueDate} today={today} marks={birth} summary={week} todayText="" size="small" />
      <span className="quiet" aria-hidden="true">
        {week}
      </span>
    </>
  );
}

function isOnBand(fact: RecordedFact['fact']): boolean {
  if (fact.type === 'event') return fact.kind === 'network-meeting' || fact.kind === 'birth';
  return [
    'referral-registered',
    'need-assessed',
    'offered',
    'answered',
    'care-decided',
    'place-confirmed',
    'admitted',
    'discharged',
  ].includes(fact.type);
}

function mark(on: Day, text: string, fact: RecordedFact['fact']): BandMark {
  return { on, text, kind: fact.type === 'event' && fact.kind === 'birth' ? 'birth' : 'happened' };
}

function planned(on: Day, text: string): BandMark {
  return { on, text, kind: 'planned' };
}
