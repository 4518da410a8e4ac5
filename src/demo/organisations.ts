/**
 * The parties of the simulated Denmark. Municipalities, regions and hospitals are real places; everyone who works there is invented.
 * Ids say what they are: `kom-0851`, `fam-0851`, `rus-0851` for a municipality's decision makers, family department and substance
 * treatment, `fa-AAL` for a hospital's family clinic, `sek-syddanmark` for a secretariat.
 */
import { municipalities, municipality } from '../domain/geography/municipalities.ts';
import { type RegionId, regionKey, regions, regionsOn } from '../domain/geography/regions.ts';
import { asId, type Id } from '../domain/id.ts';
import { day } from '../domain/time.ts';
import type { Organisation, OrganisationKind } from '../domain/trail.ts';

/** Hospitals with a family clinic, by the regions' own pages (general knowledge, to be checked against them before use in earnest). */
const familyClinics: readonly (readonly [id: string, hospital: string, region: RegionId, municipality: string])[] = [
  ['HVH', 'Amager og Hvidovre Hospital', 'hovedstaden', '0167'],
  ['HEH', 'Herlev Hospital', 'hovedstaden', '0163'],
  ['NOH', 'Nordsjællands Hospital', 'hovedstaden', '0219'],
  ['ROS', 'Sjællands Universitetshospital, Roskilde', 'sjaelland', '0265'],
  ['SLA', 'Slagelse Sygehus', 'sjaelland', '0330'],
  ['OUH', 'Odense Universitetshospital', 'syddanmark', '0461'],
  ['KOL', 'Sygehus Lillebælt, Kolding', 'syddanmark', '0621'],
  ['AUH', 'Aarhus Universitetshospital', 'midtjylland', '0751'],
  ['GOD', 'Regionshospitalet Gødstrup', 'midtjylland', '0657'],
  ['AAL', 'Aalborg Universitetshospital', 'nordjylland', '0851'],
];

/** Every party, in a fixed order. */
export function demoOrganisations(): readonly Organisation[] {
  const regionIds = regionsOn(day('2026-11-22')).map(({ id }) => id);
  return [
    ...municipalities.flatMap(({ id, name, region }) => [
      party(`kom-${id}`, `${name} Kommune`, 'municipality', region, id),
      party(`fam-${id}`, `Familieafdelingen, ${name} Kommune`, 'family-department', region, id),
      party(`rus-${id}`, `Rusmiddelbehandlingen, ${name} Kommune`, 'substance-treatment', region, id),
    ]),
    ...familyClinics.map(([id, hospital, region, code]) =>
      party(`fa-${id}`, `Familieambulatoriet, ${hospital}`, 'family-clinic', region, asId<'municipality'>(code)),
    ),
    ...regionIds.flatMap((region) => [
      party(`sek-${region}`, `Rammeaftalesekretariatet ${regions[region].shortName}`, 'secretariat', region),
      party(`styregruppe-${region}`, `Den administrative styregruppe i ${regions[region].shortName}`, 'steering-group', region),
      party(`tilsyn-${region}`, `Socialtilsynet i ${regions[region].shortName}`, 'supervision', region),
    ]),
    party('laege-0851', 'Lægehuset Sydhavnen, Aalborg (opdigtet)', 'general-practice', 'nordjylland', asId<'municipality'>('0851')),
    party('kc-0851', 'Krisecentret Lygten, Aalborg (opdigtet)', 'crisis-centre', 'nordjylland', asId<'municipality'>('0851')),
    party('herberg-0851', 'Herberget Nordkajen, Aalborg (opdigtet)', 'crisis-centre', 'nordjylland', asId<'municipality'>('0851')),
    party('sbst', 'Social- og Boligstyrelsen', 'agency', null),
    party('samlob', 'Samløb', 'system', null),
  ];
}

/** The name of a municipality that is known to exist. Throws on one that does not: that is a bug in the demo. */
export function municipalityName(code: string): string {
  const found = municipality(code);
  if (!found) throw new Error(`there is no municipality ${code}`);
  return found.name;
}

function party(
  id: string,
  name: string,
  kind: OrganisationKind,
  region: RegionId | null,
  inMunicipality: Id<'municipality'> | null = null,
): Organisation {
  return {
    id: asId<'organisation'>(id),
    name,
    kind,
    municipality: inMunicipality,
    region: region === null ? null : regionKey(region),
    facility: null,
  };
}
