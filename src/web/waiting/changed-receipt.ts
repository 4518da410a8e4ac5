/** The receipt of a wish that was changed: what was changed, that she keeps her time, and what it means for her number and for offers. */
import { closedFor } from '../../domain/placement/waiting-request.ts';
import type { WishChange } from '../../domain/placement/wish-change.ts';
import { danishDay } from '../../domain/time.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import { unitTitle } from '../places/words.ts';
import { dayText, weekdayMomentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { listsOf, type OnList } from './her-numbers.tsx';
import { firstWishText } from './unit-why.tsx';
import { unitName } from './words.ts';
import { wishChangeTexts } from './wish-change-texts.ts';
import { changesTextWithin } from './wish-change-words.ts';

/** How much of a receipt the changes may take as it is sent, so that what they mean for her number is said too. */
export const longestChanges = 2_400;

/** Her list as it was before the form and as it is after it. */
type Seen = { readonly before: HerWaitingMaterial; readonly after: HerWaitingMaterial };

/** Sentences, the change first; none where she is not on the list. */
export function changedReceipt({ before, after }: Seen, change: readonly WishChange[], language: Language): readonly string[] {
  const say = wishChangeTexts(language);
  const { request } = after;
  if (!request) return [];
  const place = { unit: request.herStay?.unitName ?? '', when: heldUntilText(request, language) };
  if (change.length === 0) {
    if (request.status === 'offered') return [say('standsOffered', place)];
    if (request.status === 'accepted') return [say('standsHeld', place)];
    return request.status === 'waiting' ? [say('nothing')] : [];
  }
  const changes = changesTextWithin(change, (unit) => unitName(after.candidates, unit), longestChanges, language);
  const rested = before.request?.closed.some(
    ({ unit, why }) => why !== 'refused' && closedFor(before.request ?? request, unit, before.now) !== null,
  );
  return [
    say('changed', { changes }),
    say('since', { day: dayText(danishDay(request.asked_at), language) }),
    ...numberSentences(onLists(before), onLists(after), language),
    ...(request.status === 'waiting' && onLists(after).length === 0 ? firstWish(after, request, language) : []),
    ...(rested === true ? [say('askedAgain')] : []),
    ...(request.status === 'offered' ? [say('offered', place)] : []),
  ];
}

/** Where she can be asked for nowhere the first wish is said with its reason: it stands all the same. */
function firstWish(after: HerWaitingMaterial, request: HerRequest, language: Language): readonly string[] {
  const text = firstWishText(after, request, language);
  return text === null ? [] : [text];
}

function heldUntilText({ herStay }: HerRequest, language: Language): string {
  return herStay?.heldUntil ? weekdayMomentText(herStay.heldUntil, language) : '';
}

type Standing = OnList & { readonly line: NonNullable<OnList['line']> };

function onLists(material: HerWaitingMaterial): readonly Standing[] {
  const lists = material.request === null ? [] : listsOf(material, material.request);
  return lists.flatMap((one) => (one.line === null ? [] : [{ ...one, line: one.line }]));
}

/** Her number in the unit she wishes most, as it is and as it was; and on how many lists she is where that is not the same. */
function numberSentences(before: readonly Standing[], after: readonly Standing[], language: Language): readonly string[] {
  const say = wishChangeTexts(language);
  const [was, is] = [before[0], after[0]];
  const numberOf = ({ line, of, candidate }: Standing): { readonly number: number; readonly of: number; readonly unit: string } => ({
    number: line.number,
    of,
    unit: unitTitle(candidate),
  });
  if (!is) return [say('lists.none'), ...(was ? [say('number.before', numberOf(was))] : [])];
  const same = before.find(({ candidate }) => candidate.unit.id === is.candidate.unit.id);
  const lists = before.length === after.length ? [] : [say('lists.changed', { count: after.length, before: before.length })];
  if (!same) return [say('number.of', numberOf(is)), ...(was ? [say('number.before', numberOf(was))] : []), ...lists];
  const stands = same.line.number === is.line.number && same.of === is.of;
  return [
    stands
      ? say('number.same', numberOf(is))
      : say('number.changed', { ...numberOf(is), numberBefore: same.line.number, ofBefore: same.of }),
    ...lists,
  ];
}
