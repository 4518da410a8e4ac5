/** The waiting list in words: why she has her number, what happened, and when a unit is asked again. */
import type { Id } from '../../domain/id.ts';
import { refusalReasons } from '../../domain/placement/confirm.ts';
import type { Party } from '../../domain/placement/needs.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import type { Contribution } from '../../domain/placement/urgency.ts';
import { declineReasons, passReasons, withdrawReasons } from '../../domain/placement/waiting-reasons.ts';
import type { ClosedUnit } from '../../domain/placement/waiting-request.ts';
import type { EventRow } from '../../store/placement-waiting-rows.ts';
import { unitTitle } from '../places/words.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { lengthTexts } from './length-texts.ts';
import { waitingTexts } from './texts.ts';
import { changesText, type UnitNamed } from './wish-change-words.ts';

/** «Graviditeten er i uge 31». */
export function contributionText(one: Contribution, language: Language): string {
  const say = waitingTexts(language);
  switch (one.kind) {
    case 'week':
      return say(`week.${one.basis}`, { week: one.week });
    case 'risk':
      return say(`risk.${one.risk}`, { day: dayText(one.since, language) });
    case 'waited':
      return say('waited', { weeks: one.weeks, day: dayText(one.since, language) });
    case 'refusals':
      return say('refusals', { count: one.count });
  }
}

/** Why a unit is not asked for her, and when it is again; that it is, where nothing stands in the way. */
export function closedText(closed: ClosedUnit | null, language: Language): string {
  const say = waitingTexts(language);
  if (closed === null) return say('state.asked');
  return say(`closed.${closed.why}`, { when: closed.until === null ? '' : momentText(closed.until, language) });
}

/** «Fjordhuset, Strand» by the unit's id. */
export function unitName(candidates: readonly Candidate[], unit: Id<'unit'> | null): string {
  const found = candidates.find((one) => one.unit.id === unit);
  return found ? unitTitle(found) : (unit ?? '');
}

/** What was done to a request, with its reason and what was written to it. */
export function eventText(event: EventRow, candidates: readonly Candidate[], readsRefusal: boolean, language: Language): string {
  const what = actText(event, unitName(candidates, event.unit), language);
  const why = whyText(event, readsRefusal, (unit) => unitName(candidates, unit), language);
  return why === '' ? `${what}.` : `${what}: ${why}.`;
}

/** «Tilbudt plads i Fjordhuset, Strand». */
export function actText({ act, reason, change }: EventRow, unit: string, language: Language): string {
  // That the wish follows a birth, born or expected, is said as such: nobody wrote her needs anew.
  if (act === 'take-up-needs' && reason !== null)
    return waitingTexts(language)(reason === 'due-date' ? 'act.follow-due-date' : 'act.follow-birth');
  if (act === 'take-up-needs' && isLengthAlone({ change })) return lengthTexts(language)('act.take-up');
  return waitingTexts(language)(`act.${act}`, { unit });
}

/** That it is how long she is to stay that follows, and no need of hers. */
function isLengthAlone({ change }: Pick<EventRow, 'change'>): boolean {
  return change !== null && change.length > 0 && change.every(({ what }) => what === 'length');
}

/**
 * The reason from the act's closed list, what was written beside it, and what was changed in the wish; empty where there is none of them. What a unit
 * wrote in its own words to its no is for those who may read it.
 */
export function whyText(event: EventRow, readsRefusal: boolean, named: UnitNamed, language: Language): string {
  const changed = changesText(event.change ?? [], named, language);
  const written = event.act === 'refuse' && !readsRefusal ? '' : event.text;
  return [reasonText(event, language), written, changed].filter((text) => text !== '').join('. ');
}

function reasonText({ act, reason, change }: EventRow, language: Language): string {
  const say = waitingTexts(language);
  switch (act) {
    case 'pass': {
      const pass = passReasons.find((one) => one === reason);
      return pass ? say(`pass.${pass}`) : '';
    }
    case 'decline': {
      const decline = declineReasons.find((one) => one === reason);
      return decline ? say(`decline.${decline}`) : '';
    }
    case 'refuse': {
      const refusal = refusalReasons.find((one) => one === reason);
      return refusal ? say(`refuse.${refusal}`) : '';
    }
    case 'withdraw': {
      const withdrawal = withdrawReasons.find((one) => one === reason);
      return withdrawal ? say(`withdraw.${withdrawal}`) : '';
    }
    case 'lose': {
      const how = (['released', 'expired', 'withdrawn'] as const).find((one) => one === reason);
      return how ? say(`lose.${how}`) : '';
    }
    case 'end': {
      const end = (['got-place', 'pathway-ended'] as const).find((one) => one === reason);
      return end ? say(`end.${end}`) : '';
    }
    case 'take-up-needs': {
      const birth = (['born', 'not-born', 'due-date'] as const).find((one) => one === reason);
      // Where no need follows from the birth, none is spoken of.
      if (birth === 'born' && isLengthAlone({ change })) return lengthTexts(language)('follow.born');
      return birth ? say(`follow.${birth}`) : '';
    }
    case 'ask':
    case 'offer':
    case 'accept':
    case 'hold':
    case 'run-out':
    case 'change':
      return '';
  }
}

/** «hun alene», «partner, 2 børn»; `withBaby` is that her newborn comes with her. */
export function partyText({ partner, children }: Party, withBaby: boolean, language: Language): string {
  const say = waitingTexts(language);
  const others = [
    ...(withBaby ? [say('withBaby')] : []),
    ...(partner === null ? [] : [say('withPartner')]),
    ...(children.length === 0 ? [] : [say('withChildren', { count: children.length })]),
  ];
  return others.length === 0 ? say('alone') : others.join(', ');
}
