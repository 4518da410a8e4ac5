/** Who works with a simulated pathway: the municipality's own parties, the nearest family clinic, and invented people in each. */
import { municipalities, type Municipality } from '../domain/geography/municipalities.ts';
import { minutesByCar, municipalityLocation } from '../domain/geography/travel.ts';
import { asId, type Id } from '../domain/id.ts';
import type { Organisation, OrganisationKind, Role } from '../domain/trail.ts';
import type { CaseCast, CaseParty } from './case-writer.ts';
import { workersName } from './names.ts';
import { demoOrganisations } from './organisations.ts';
import { chanceOf } from './random.ts';
import type { OfferedUnit } from './simulated-places.ts';

const organisations = demoOrganisations();
const locations = new Map(municipalities.map((one) => [one.id, municipalityLocation(one)]));

/** Everybody in a municipality; the same people each time. */
export function castOf(municipality: Municipality): CaseCast {
  const known = casts.get(municipality.id);
  if (known) return known;
  const department = own('family-department', municipality);
  const made: CaseCast = {
    doctor: worker(nearest('general-practice', municipality), 'referrer'),
    shelter: worker(nearest('crisis-centre', municipality), 'crisis-centre'),
    crisisCentre: worker(nearest('crisis-centre', municipality), 'crisis-centre'),
    familyClinic: worker(nearest('family-clinic', municipality), 'family-clinic'),
    substanceTreatment: worker(own('substance-treatment', municipality), 'substance-treatment'),
    familyDepartment: worker(department, 'family-department'),
    coordinator: worker(department, 'coordinator'),
    careDecider: worker(own('municipality', municipality), 'care-decider'),
    unitLeader: worker(department, 'unit-leader'),
    municipality: municipality.id,
    persons: {},
  };
  casts.set(municipality.id, made);
  return made;
}

const casts = new Map<Id<'municipality'>, CaseCast>();

/** The same people, with the leader of the unit where she stays. */
export function withLeader(cast: CaseCast, { facility, organisation }: OfferedUnit): CaseCast {
  return { ...cast, unitLeader: worker({ id: organisation, name: facility.name }, 'unit-leader') };
}

function worker({ id, name }: Pick<Organisation, 'id' | 'name'>, role: Role): CaseParty {
  const user = `sim-${role}-${id}`;
  return { user: asId<'user'>(user), name: workersName(chanceOf(user)), role, organisation: id, organisationName: name };
}

/** The municipality's own party of a kind. */
function own(kind: OrganisationKind, { id }: Municipality): Organisation {
  return present(
    kind,
    organisations.find((organisation) => organisation.kind === kind && organisation.municipality === id),
  );
}

/** The party of a kind that is nearest by car. */
function nearest(kind: OrganisationKind, home: Municipality): Organisation {
  const from = municipalityLocation(home);
  const [found] = organisations
    .filter((organisation) => organisation.kind === kind)
    .map((organisation) => {
      const there = organisation.municipality === null ? undefined : locations.get(organisation.municipality);
      return { organisation, minutes: there === undefined ? Number.POSITIVE_INFINITY : minutesByCar(from, there) };
    })
    .toSorted((a, b) => a.minutes - b.minutes);
  return present(kind, found?.organisation);
}

function present(kind: OrganisationKind, found: Organisation | undefined): Organisation {
  if (!found) throw new Error(`the demo has no ${kind}`);
  return found;
}
