/** Gives the demo's stories to the demo's personas in Aalborg. */
import { asId } from '../domain/id.ts';
import { type Day, day } from '../domain/time.ts';
import { type CaseCast, type CaseParty, type CaseRole, caseRoles, type DemoPathway } from './case-writer.ts';
import { demoCases } from './cases.ts';
import { livePathways } from './live-pathways.ts';
import { demoOrganisations } from './organisations.ts';
import { type Persona, personas } from './personas.ts';

/** The day that is «today» in the stories when no other is given. */
export const demoBaseDay = day('2026-11-22');

const playedBy: Readonly<Record<Exclude<CaseRole, 'shelter'>, string>> = {
  doctor: 'laege',
  familyClinic: 'jordemoder',
  substanceTreatment: 'behandler',
  familyDepartment: 'familieraadgiver',
  careDecider: 'visitator',
  coordinator: 'koordinator',
  crisisCentre: 'krisecenter',
  unitLeader: 'leder',
};

/** The shelter's night watch writes, and has no login of its own in the demo. */
const shelter = { id: 'herberg', name: 'Vibeke Sandholt', role: 'crisis-centre', organisation: 'herberg-0851' } as const;

/** The personas as the cast of the stories. Organisations that are not loaded keep their id as name. */
function demoCast(): CaseCast {
  const people: readonly Pick<Persona, 'id' | 'name' | 'role' | 'organisation'>[] = personas;
  const names = new Map(demoOrganisations().map(({ id, name }) => [id, name]));
  const played = caseRoles.map((role): readonly [CaseRole, CaseParty] => {
    const player = role === 'shelter' ? shelter : people.find(({ id }) => id === playedBy[role]);
    if (!player) throw new Error(`nobody plays «${role}»`);
    const organisation = asId<'organisation'>(player.organisation);
    const organisationName = names.get(organisation) ?? organisation;
    return [role, { user: asId<'user'>(player.id), name: player.name, role: player.role, organisation, organisationName }];
  });
  return {
    ...(Object.fromEntries(played) as Record<CaseRole, CaseParty>),
    municipality: asId<'municipality'>('0851'),
    persons: { maja: asId<'person'>('maja') },
  };
}

/** Every pathway of the demo, with its days counted from `base`. */
export function demoPathways(base: Day = demoBaseDay): readonly DemoPathway[] {
  const cast = demoCast();
  return [...demoCases(base, cast), ...livePathways(base, cast)];
}
