/** What is possible for her within the unit, and what was put right, in sentences. */
import type { LeaveDecision } from '../../domain/placement/leave.ts';
import type { LeaveDays } from '../../domain/placement/leave-change.ts';
import type { MoveOption } from '../../domain/placement/move-options.ts';
import { danishDay, type Day, type Moment } from '../../domain/time.ts';
import type { PutRight, StayWithName } from '../../store/placement-stays.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { putRightTexts } from './put-right-texts.ts';
import { blockSentence, leaveText } from './stay-words.ts';
import { propertyList } from './words.ts';

/** «Plads 2, værelse 1: fra i dag (mangler mor og barn)». Only for a place that she can have. */
function optionText({ place, lacks }: MoveOption, from: Day, today: Day, language: Language): string {
  const say = putRightTexts(language);
  const names = { place: place.name, room: place.roomName.toLocaleLowerCase(language) };
  const option = from <= today ? say('fromToday', names) : say('fromDay', { ...names, day: dayText(from, language) });
  return lacks.length === 0 ? option : say('lacking', { option, properties: propertyList(lacks, language) });
}

/** The places that she can have, as the options of a form. */
export function optionsOf(
  options: readonly MoveOption[],
  now: Moment,
  language: Language,
): readonly { readonly value: string; readonly text: string }[] {
  const today = danishDay(now);
  return options.flatMap((option) =>
    option.from === null ? [] : [{ value: option.place.id, text: optionText(option, option.from, today, language) }],
  );
}

/** What she can have instead of a place that is not free from the day asked for: when it is, and the places that are. */
export function insteadOfPlace(options: readonly MoveOption[], wanted: string, now: Moment, language: Language): readonly string[] {
  const say = putRightTexts(language);
  const own = options.find(({ place }) => place.id === wanted);
  const others = optionsOf(
    options.filter((option) => option !== own),
    now,
    language,
  ).map(({ text }) => `${text}.`);
  const later = own?.from ? [say('earliest', { place: own.place.name, day: dayText(own.from, language) })] : [];
  return later.length + others.length > 0 ? [...later, ...others] : [say('noneFree')];
}

/** Why a place cannot be had before she leaves, for each place that she cannot have at all. */
export function impossibleSentences(options: readonly MoveOption[], language: Language): readonly string[] {
  return options
    .filter(({ from }) => from === null)
    .map(({ place, blocks }) => blocks.map((block) => blockSentence(place.name, block, language)).join(' '));
}

/** What can be written instead of a leave that was refused. */
export function insteadOfLeave(fault: LeaveDecision, stay: StayWithName, language: Language): readonly string[] {
  const say = putRightTexts(language);
  switch (fault.outcome) {
    case 'after-departure':
      return [say('untilDeparture', { day: dayText(fault.departure, language) })];
    case 'on-leave-already':
      return [say('freeDays', { from: dayText(fault.leave.from, language), back: dayText(fault.leave.back, language) })];
    case 'before-arrival':
      return [say('fromArrival', { day: dayText(stay.nights.arrival, language) })];
    case 'no-nights':
    case 'not-admitted':
    case 'on-leave':
      return [];
  }
}

/** «2. december 2026 til 4. december 2026». */
export function leaveDaysText({ from, back }: LeaveDays, language: Language): string {
  return putRightTexts(language)('days', { from: dayText(from, language), back: dayText(back, language) });
}

/** What was put right, with what stood before, why, by whom and when. */
export function putRightText({ act, recorded, byName, data }: PutRight, language: Language): string {
  const line = act === 'undo-swap' && data.why === '' ? 'history.undo-swap-unsaid' : (`history.${act}` as const);
  return putRightTexts(language)(line, {
    before: data.before ? leaveText(data.before, language) : '',
    after: data.after ? leaveText(data.after, language) : '',
    from: data.from ? dayText(data.from, language) : '',
    why: data.why,
    who: byName,
    when: momentText(recorded, language),
  });
}
