/** Invented people for tests: one for each role, with the permits that access would give. */
import { asId } from '../src/domain/id.ts';
import { moment } from '../src/domain/time.ts';
import type { Actor, Organisation, OrganisationKind, Permit, Role } from '../src/domain/trail.ts';

const kindFor: Readonly<Record<Role, OrganisationKind>> = {
  referrer: 'general-practice',
  'family-clinic': 'family-clinic',
  'substance-treatment': 'substance-treatment',
  'family-department': 'family-department',
  coordinator: 'family-department',
  'unit-leader': 'facility',
  'crisis-centre': 'crisis-centre',
  'care-decider': 'municipality',
  secretariat: 'secretariat',
  approver: 'steering-group',
  supervision: 'supervision',
  agency: 'agency',
  planner: 'agency',
  'data-protection': 'municipality',
  woman: 'system',
  operator: 'system',
};

/** An actor in a role; `organisation` says what differs from an organisation of the usual kind in Aalborg, Nordjylland. */
export function testActor(role: Role, organisation: Partial<Organisation> & { readonly person?: string } = {}): Actor {
  const { person, ...differs } = organisation;
  return {
    user: asId<'user'>(`test-${role}`),
    name: `Test ${role}`,
    role,
    organisation: {
      id: asId<'organisation'>(`test-${kindFor[role]}`),
      name: `Test ${kindFor[role]}`,
      kind: kindFor[role],
      municipality: asId<'municipality'>('0851'),
      region: asId<'region'>('nordjylland'),
      facility: null,
      ...differs,
    },
    person: person === undefined ? null : asId<'person'>(person),
  };
}

/** A permit as access would give it; only tests make one by hand. */
export function testPermit(actor: Actor, permission: string): Permit {
  return { actor, permission, rule: `test/${permission}`, at: moment('2026-11-22T08:00:00Z') } as Permit;
}
