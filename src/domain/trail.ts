/** Who acts, in which capacity, and what was decided about it: the words that access and store share. */
import { asId, type Id } from './id.ts';
import type { Day, Moment } from './time.ts';

/** The roles of the people who use Samløb (da: roller). The woman is one of them. */
export const roles = [
  'referrer',
  'family-clinic',
  'substance-treatment',
  'family-department',
  'coordinator',
  'unit-leader',
  'crisis-centre',
  'care-decider',
  'secretariat',
  'approver',
  'supervision',
  'agency',
  'planner',
  'data-protection',
  'woman',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/** The kinds of organisation (da: organisationsformer). */
export const organisationKinds = [
  'family-clinic',
  'substance-treatment',
  'family-department',
  'municipality',
  'facility',
  'crisis-centre',
  'general-practice',
  'secretariat',
  'steering-group',
  'supervision',
  'agency',
  'system',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Organisation (da: organisation): a party that people act for. `municipality` and `region` say where it belongs, if anywhere. */
export type Organisation = {
  readonly id: Id<'organisation'>;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly municipality: Id<'municipality'> | null;
  readonly region: Id<'region'> | null;
  /** The residential facility that the organisation runs, when it is one. */
  readonly facility: Id<'facility'> | null;
};

/** The user that stands where nobody has written: time has run out, or the waiting list has offered a place. */
export const nobodysUser = asId<'user'>('samlob');

/** Actor (da: aktør): one person acting in one role for one organisation. */
export type Actor = {
  readonly user: Id<'user'>;
  readonly name: string;
  readonly role: Role;
  readonly organisation: Organisation;
  /** The person in the register whom the user is: only for the woman herself. */
  readonly person: Id<'person'> | null;
};

declare const permitted: unique symbol;

/** Permit (da: adgang): an access decision that said yes. Only `access/` makes one, and the store asks for it. */
export type Permit = {
  readonly [permitted]: true;
  readonly actor: Actor;
  readonly permission: string;
  /** The id of the rule that said yes, kept in the trace. */
  readonly rule: string;
  readonly at: Moment;
};

/** Recorded (da: registreret): who wrote a fact, for whom, when it happened and when it was written. */
export type Recorded = {
  readonly by: Id<'user'>;
  readonly byName: string;
  readonly capacity: Role;
  readonly organisation: Id<'organisation'>;
  readonly organisationName: string;
  /** The day it happened, which may be before the day it was written. */
  readonly happened: Day;
  readonly recorded: Moment;
};
