/** Writing what she says to a place (da: hendes svar på pladsen): while it is held or confirmed for her, and once she lives there. It stops nothing. */
import type { Id } from '../id.ts';
import type { Actor } from '../trail.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import type { Stay } from './stay.ts';

export type PlaceAnswered =
  | { readonly outcome: 'place-answered' }
  /** She is to come from another unit: her yes lets nights go there and is written by those who pay, as `agreeToMove`. */
  | { readonly outcome: 'is-a-move' }
  /** A house asks the one who lives in it, and nobody before: until then she is asked by her team. */
  | { readonly outcome: 'team-asks' }
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** A stay as it is asked about: in which house, and whether she comes from another. */
type AskedAbout = Pick<Stay, 'status'> & { readonly facility: Id<'facility'>; readonly transferFrom: Id<'stay'> | null };

/** Whether her answer to the place of a stay can be written by this actor. Once she has come from another unit nothing is let go by it any more. */
export function answerPlace(
  { status, facility, transferFrom }: AskedAbout,
  { role, organisation }: Pick<Actor, 'role' | 'organisation'>,
): PlaceAnswered {
  if (!canFollow('answer-place', status)) return { outcome: 'cannot', status };
  const livesThere = status === 'admitted';
  if (role === 'unit-leader' && !(livesThere && organisation.facility === facility)) return { outcome: 'team-asks' };
  return { outcome: transferFrom !== null && !livesThere ? 'is-a-move' : 'place-answered' };
}
