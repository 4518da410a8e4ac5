/** What a pathway says of itself in few words, on its page and in lists: how far she is, the level of care, whom a step waits for and by when. */
import type { JSX } from 'react';
import { isBrokenOff } from '../../domain/pathway/broken-off.ts';
import { type By, type NextStep } from '../../domain/pathway/actions.ts';
import { levelStep } from '../../domain/pathway/next-step.ts';
import { gestationOn } from '../../domain/pathway/gestation.ts';
import { endedBeforeArrival, type LevelStatus, type Pathway } from '../../domain/pathway/state.ts';
import { type Moving, movingOf } from '../../domain/pathway/transfer.ts';
import { hverdageBetween } from '../../domain/calendar.ts';
import { danishDay, type Day, daysBetween, type Moment } from '../../domain/time.ts';
import { roles } from '../../domain/trail.ts';
import { transferTexts } from '../places/transfer-texts.ts';
import { loginTexts } from '../login/texts.ts';
import { Band, type BandMark } from '../ui/band.tsx';
import { dayText, daysAwayText, shortDayText, timeText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { levelTexts } from './level-texts.ts';
import { pathwayTexts } from './texts.ts';
import { stepText, stepTexts } from './step-text.ts';
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

/** «Døgn tilbudt · hun overvejer», and of a place what is known of it: «Indsats ikke vurderet endnu · plads holdes». */
export function levelText(pathway: Pathway, language: Language): string {
  const held = pathway.stays.some(({ status }) => status === 'admitted') ? null : pathway.stay;
  const level = saidOfLevel(pathway, language);
  const no = herNo(pathway);
  if (no !== null) return levelTexts(language)(no === 'now' ? 'place.her-no' : 'place.her-no-before', { level });
  if (held?.status !== 'held' && held?.status !== 'confirmed') return level;
  return levelTexts(language)(`place.${held.status === 'held' && held.isOffer ? 'offered' : held.status}`, { level });
}

/** Her no to the place that was found last: `now` while it waits for her, `before` where it came to nothing; `null` where she said none. */
function herNo({ stay, stays, levelStatus }: Pathway): 'now' | 'before' | null {
  if (stay?.answered !== 'no' || stays.some(({ status }) => status === 'admitted')) return null;
  if (stay.status === 'held' || stay.status === 'confirmed') return 'now';
  // What she has said of the level since is her last word.
  return endedBeforeArrival(stay) && levelStatus !== null && levelStatus.on <= stay.since && isHerWord(levelStatus) ? 'before' : null;
}

function isHerWord({ status }: LevelStatus): boolean {
  return status === 'considering' || status === 'accepted';
}

/** What was last said of the level of care, apart from any place. After her no to one, what she said before is not repeated as if it still stood. */
function saidOfLevel(pathway: Pathway, language: Language): string {
  const word = wordTexts(language);
  const { levelStatus } = pathway;
  if (levelStatus === null) return word('status.none');
  if (levelStatus.status === 'completed' && leftEarly(pathway))
    return levelTexts(language)('broken-off', { level: word(`level.${levelStatus.level}`) });
  const status = isHerWord(levelStatus) && herNo(pathway) !== null ? 'offered' : levelStatus.status;
  return word(`status.${status}`, { level: word(`level.${levelStatus.level}`) });
}

/** Whether the stay that holds was broken off: it is not told as one that was completed. */
function leftEarly({ stay, bornOn }: Pathway): boolean {
  return stay?.status === 'discharged' && isBrokenOff(stay, bornOn);
}

/** «Niveau: Døgn besluttet, 12. oktober 2026, af Mette Lind.», and that a place that was found decided nothing where the level is still open. */
export function LevelSaid({ pathway, language }: { readonly pathway: Pathway; readonly language: Language }): JSX.Element {
  const say = levelTexts(language);
  const { levelStatus } = pathway;
  const beside = levelStep(pathway);
  return (
    <p className="quiet">
      {levelStatus === null
        ? say('saidNone')
        : say('said', { level: saidOfLevel(pathway, language), day: dayText(levelStatus.on, language), name: levelStatus.byName })}{' '}
      {beside !== null && say('heldDecidesNothing', { step: `«${stepText(beside, pathway, language)}»` })}
    </p>
  );
}

/** Her level; for one who moves to another house also when and where to: «Indskrevet · flytter 14. december 2026 til Lyngborg, Skov». */
export function LevelTag({ pathway, language }: { readonly pathway: Pathway; readonly language: Language }): JSX.Element {
  const moving = movingOf(pathway);
  // A move that was confirmed before her yes was waited for has let her nights go: it waits for nothing.
  const isAgreed = moving !== null && (moving.to.saidYes === true || moving.from.leavesFor?.stay === moving.to.id);
  const key = isAgreed ? 'tagMoves' : 'tagMovesOnYes';
  const text = moving?.to.status === 'confirmed' ? movingText(key, moving, language) : levelText(pathway, language);
  return <Tag tone="accent">{text}</Tag>;
}

/** A sentence about a move, with its day and the unit she moves to. */
export function movingText(key: MovingKey, { to }: Moving, language: Language): string {
  return transferTexts(language)(key, { day: to.arrival === null ? '' : dayText(to.arrival, language), unit: to.unitName });
}

type MovingKey = 'tagMoves' | 'tagMovesOnYes' | 'admittedThere' | 'waitsForThere' | 'leaderThere';

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
    case 'offer':
      return stepTexts(language)('offerBasis');
    case 'hold':
      return say('holdBasis');
    case 'stay':
      return say('stayBasis');
  }
}

/** Whom a step waits for, as roles in words. */
export function doneByText({ doneBy }: NextStep, language: Language): string {
  const role = loginTexts(language);
  return roles
    .filter((one) => doneBy.includes(one))
    .map((one) => role(`role.${one}`))
    .join(', ');
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
