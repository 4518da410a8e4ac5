/** What is said about a stay in sentences: its places, its nights away, what stands in the way of staying on. */
import { type LegalBasisId, legalBases } from '../../domain/legal-basis.ts';
import type { Block } from '../../domain/placement/availability.ts';
import type { DepartureChange } from '../../domain/placement/departure.ts';
import type { Leave, LeaveDecision, Return } from '../../domain/placement/leave.ts';
import type { MoveWithin } from '../../domain/placement/move-within.ts';
import { joined, partOn } from '../../domain/placement/parts.ts';
import type { NamedPart, StayWithName } from '../../store/placement-stays.ts';
import type { Day } from '../../domain/time.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { stayTexts } from './stay-texts.ts';
import { nightsText, periodText, propertyList } from './words.ts';

/** «Plads 2», or «Plads 2 til 9. marts 2027, derefter Plads 4». With a day, from the place that is hers that night: those before are history. */
export function placesText(parts: readonly NamedPart[], language: Language, from: Day | null = null): string {
  const say = stayTexts(language);
  const all = joined(parts);
  const shown = from === null ? all : all.slice(all.indexOf(partOn(all, from)));
  return shown
    .map(({ placeName, nights }, index, all) =>
      index === all.length - 1 ? placeName : say('partUntil', { place: placeName, day: dayText(nights.departure, language) }),
    )
    .reduce((before, place) => say('partThen', { before, place }));
}

/** Who held the place, and for whom; the waiting list holds for nobody but itself. */
export function heldByText({ heldByName, heldForName }: Pick<StayWithName, 'heldByName' | 'heldForName'>, language: Language): string {
  return heldByName === heldForName ? stayTexts(language)('heldByList', { name: heldByName }) : `${heldByName}, ${heldForName}`;
}

export function leaveText(leave: Leave, language: Language): string {
  return stayTexts(language)('leavePlanned', leaveWords(leave, language));
}

/** A leave in the words a sentence about it is made of: its two days, and why she is away. */
export function leaveWords({ from, back, reason, text }: Leave, language: Language): Readonly<Record<'from' | 'back' | 'reason', string>> {
  const why = [stayTexts(language)(`leave.${reason}`), text].filter(Boolean).join(', ');
  return { from: dayText(from, language), back: dayText(back, language), reason: why };
}

/** What stands in the way of staying on, and what can be had instead. `agreed`: the day she was to leave. */
export function cannotStayOnSentences(
  { blocks, lacks, instead }: Extract<DepartureChange, { readonly outcome: 'cannot-stay-on' }>,
  placeName: string,
  agreed: Parameters<typeof dayText>[0],
  language: Language,
): readonly string[] {
  const say = stayTexts(language);
  const places = instead.places.map(({ name }) => name).join(', ');
  return [
    say('cannotStayOn'),
    ...blocks.map((block) => blockSentence(placeName, block, language)),
    ...(lacks.length > 0 ? [say('lacksAfterBirth', { properties: propertyList(lacks, language) })] : []),
    ...(instead.until === null ? [] : [say('insteadUntil', { day: dayText(instead.until, language) })]),
    places === '' ? say('insteadNone') : say('insteadPlaces', { day: dayText(agreed, language), places }),
  ];
}

type Refused =
  | Exclude<LeaveDecision, { readonly outcome: 'on-leave' | 'not-admitted' }>
  | Extract<Return, { readonly outcome: 'not-on-leave' }>
  | Extract<MoveWithin, { readonly outcome: 'place-not-free' | 'not-her-nights' }>;

/** Why a leave, a return or a move within the unit could not be written. */
export function withinFaults(fault: Refused, language: Language): readonly string[] {
  const say = stayTexts(language);
  switch (fault.outcome) {
    case 'no-nights':
      return [say('fault.noNights')];
    case 'before-arrival':
      return [say('fault.leaveBeforeArrival')];
    case 'after-departure':
      return [say('fault.leaveAfterDeparture', { day: dayText(fault.departure, language) })];
    case 'on-leave-already':
      return [say('fault.onLeaveAlready', { from: dayText(fault.leave.from, language), back: dayText(fault.leave.back, language) })];
    case 'not-on-leave':
      return [say('fault.notOnLeave')];
    case 'not-her-nights':
      return [say('fault.notHerNights')];
    case 'place-not-free':
      return [say('placeNotFree', { place: fault.place }), ...fault.blocks.map((block) => blockSentence(fault.place, block, language))];
  }
}

/** What a legal basis decides, in four sentences. */
export function consequencesOf(id: LegalBasisId, language: Language): readonly (readonly [heading: string, sentence: string])[] {
  const say = stayTexts(language);
  const { contractRule, acting, freeForHer, complaint, complaintWeeks } = legalBases[id];
  const weeks = complaintWeeks === null ? [] : [say('complaintWeeks', { weeks: complaintWeeks })];
  return [
    [say('consequence.contract'), contractRule === null ? say('contractNotOwed') : say('contractOwed', { rule: contractRule })],
    [say('consequence.acting'), say(`acting.${acting.municipality}`, { rule: acting.rule })],
    [say('consequence.payment'), freeForHer === null ? say('payment') : say('paymentFree', { rule: freeForHer })],
    [say('consequence.complaint'), [say(`complaint.${complaint}`), ...weeks].join(' ')],
  ];
}

/** Why a place cannot be had on some nights. */
export function blockSentence(place: string, block: Block, language: Language): string {
  const say = stayTexts(language);
  const period = block.kind === 'taken' ? periodText(block, language) : nightsText(block, language);
  switch (block.kind) {
    case 'taken':
      return block.status === 'held' && block.heldUntil !== null
        ? say('block.held', { place, time: momentText(block.heldUntil, language) })
        : say('block.taken', { place, period });
    case 'closed':
      return say('block.closed', { place, period, reason: block.reason });
    case 'not-open':
      return say('block.not-open', { place, period });
    case 'lead-time':
      return say('block.lead-time', { place, period });
  }
}
