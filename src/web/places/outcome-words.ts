/** Why something could not be done to a place or a stay, in sentences, with the next possibility where there is one. */
import type { Admission, Discharge } from '../../domain/placement/arrival.ts';
import type { Confirmation, Ending } from '../../domain/placement/confirm.ts';
import { type Extension, mostExtensions } from '../../domain/placement/hold.ts';
import type { NextPossibility } from '../../domain/placement/hold.ts';
import type { StayStatus } from '../../domain/placement/lifecycle.ts';
import { longestStay } from '../../domain/placement/nights.ts';
import type { HoldOutcome } from '../../store/placement-hold-write.ts';
import type { DepartureChange } from '../../domain/placement/departure.ts';
import type { Language } from '../ui/language.ts';
import { blockerSentence, nextDaySentence, ruleSentence } from './answer-words.ts';
import { stayTexts } from './stay-texts.ts';
import { refusalTexts } from './refusal-texts.ts';
import { takenTexts } from './taken-texts.ts';
import { placeTexts } from './texts.ts';
import { periodText, propertyList } from './words.ts';

/** What can be refused about places; what was done is told otherwise. */
export type Fault =
  | Exclude<HoldOutcome, { readonly outcome: 'held' }>
  | Exclude<Extension, { readonly outcome: 'extended' }>
  | Exclude<Confirmation, { readonly outcome: 'confirmed' | 'missing' | 'ask' }>
  | Exclude<Ending, { readonly outcome: 'ended' }>
  | Exclude<Admission, { readonly outcome: 'admitted' }>
  | Exclude<Discharge, { readonly outcome: 'discharged' }>
  | Exclude<DepartureChange, { readonly outcome: 'departure-changed' | 'cannot-stay-on' }>
  | { readonly outcome: 'no-such-stay' };

export function faultSentences(fault: Fault, language: Language): readonly string[] {
  const say = placeTexts(language);
  const standsAs = (status: StayStatus): readonly string[] => [say('notPossibleNow', { status: say(`status.${status}`) })];
  switch (fault.outcome) {
    case 'not-free':
      return [fault.blocks.length === 0 ? takenTexts(language)('moveGone') : say('taken'), possibilitySentence(fault.next, language)];
    case 'lacks':
      return [say('lacks', { properties: propertyList(fault.properties, language) })];
    case 'not-received':
      return fault.broken.map((rule) => ruleSentence(rule, fault.rules, language));
    case 'understaffed':
      return fault.by.map(({ staffing, nights }) => blockerSentence({ kind: 'staffing', staffing, nights }, true, language));
    case 'not-a-stay':
      return [say(`fault.${fault.fault}`, { most: longestStay })];
    case 'holds-another':
      return [say('holdsAnother')];
    case 'lives-there':
      return [stayTexts(language)('livesThere')];
    case 'no-such-place':
    case 'no-such-stay':
      return [say('noSuchPlace')];
    case 'pathway-ended':
      return [stayTexts(language)('pathwayEnded')];
    case 'busy':
      return [say('busy')];
    case 'run-out':
      return [say('runOut')];
    case 'no-more-extensions':
      return [say('noMoreExtensions', { most: mostExtensions })];
    case 'words-missing':
      return [refusalTexts(language)('noWords')];
    case 'not-yet':
      return [say('inTheFuture')];
    case 'not-held':
    case 'cannot':
    case 'ended':
    case 'not-admitted':
      return standsAs(fault.status);
    case 'place-taken':
      return fault.by.map(({ arrival, departure }) =>
        say('placeTaken', { period: periodText({ from: arrival, to: departure }, language) }),
      );
    case 'already-admitted':
      return [say('alreadyAdmitted')];
    case 'in-the-future':
      return [say('inTheFuture')];
    case 'before-arrival':
      return [say('beforeArrival')];
  }
}

function possibilitySentence(next: NextPossibility, language: Language): string {
  return next.outcome === 'same-day' ? placeTexts(language)('sameDay', { place: next.place.name }) : nextDaySentence(next, language);
}
