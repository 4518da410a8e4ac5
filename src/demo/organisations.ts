/**
 * The parties of the simulated Denmark. Municipalities, regions and hospitals are real places; everyone who works there is invented.
 * Ids say what they are: `kom-0851`, `fam-0851`, `rus-0851` for a municipality's decision makers, family department and substance
 * treatment, `fa-AAL` for a hospital's family clinic, `sek-syddanmark` for a secretariat.
 */
import { municipalities, municipalityTitle } from '../domain/geography/municipalities.ts';
import { type RegionId, regionKey, regions, regionsOn } from '../domain/geography/regions.ts';
import { asId, type Id } from '../domain/id.ts';
import { day } from '../domain/time.ts';
import type { Organisation, OrganisationKind } from '../domain/trail.ts';

/** Hospitals with a family clinic, by the regions' own pages (general knowledge, to be checked against them before use in earnest). */
const familyClinics: readonly (readonly [id: string, hospital: string, region: RegionId, municipality: string])[] = [
  ['RH', 'Rigshospitalet', 'hovedstaden', '0101'],
  ['HVH', 'Amager og Hvidovre Hospital', 'hovedstaden', '0167'],
  ['HEH', 'Herlev Hospital', 'hovedstaden', '0163'],
  ['NOH', 'Nordsjællands Hospital', 'hovedstaden', '0219'],
  ['ROS', 'Sjællands Universitetshospital, Roskilde', 'sjaelland', '0265'],
  ['HOL', 'Holbæk Sygehus', 'sjaelland', '0316'],
  ['SLA', 'Slagelse Sygehus', 'sjaelland', '0330'],
  ['NYK', 'Nykøbing F. Sygehus', 'sjaelland', '0376'],
  ['OUH', 'Odense Universitetshospital', 'syddanmark', '0461'],
  ['KOL', 'Sygehus Lillebælt, Kolding', 'syddanmark', '0621'],
  ['ESB', 'Esbjerg Sygehus', 'syddanmark', '0561'],
  ['AAB', 'Sygehus Sønderjylland, Aabenraa', 'syddanmark', '0580'],
  ['AUH', 'Aarhus Universitetshospital', 'midtjylland', '0751'],
  ['RAN', 'Regionshospitalet Randers', 'midtjylland', '0730'],
  ['HOR', 'Regionshospitalet Horsens', 'midtjylland', '0615'],
  ['VIB', 'Regionshospitalet Viborg', 'midtjylland', '0791'],
  ['GOD', 'Regionshospitalet Gødstrup', 'midtjylland', '0657'],
  ['AAL', 'Aalborg Universitetshospital', 'nordjylland', '0851'],
];

/** A practice and a crisis centre in each region: invented, in a town that is not. */
const inventedParties: readonly (readonly [
  municipality: string,
  town: string,
  region: RegionId,
  practice: string,
  crisisCentre: string,
])[] = [
  ['0851', 'Aalborg', 'nordjylland', 'Lægehuset Sydhavnen', 'Krisecentret Lygten'],
  ['0751', 'Aarhus', 'midtjylland', 'Lægehuset Åbrinken', 'Krisecentret Lanternen'],
  ['0461', 'Odense', 'syddanmark', 'Lægehuset Kanalvejen', 'Krisecentret Blinkfyret'],
  ['0330', 'Slagelse', 'sjaelland', 'Lægehuset Møllebanken', 'Krisecentret Ledestjernen'],
  ['0101', 'København', 'hovedstaden', 'Lægehuset Kastanjegården', 'Krisecentret Havnelyset'],
];

/** Every party, in a fixed order. */
export function demoOrganisations(): readonly Organisation[] {
  const regionIds = regionsOn(day('2026-11-22')).map(({ id }) => id);
  return [
    ...municipalities.flatMap(({ id, region }) => [
      party(`kom-${id}`, municipalityTitle(id), 'municipality', region, id),
      party(`fam-${id}`, `Familieafdelingen, ${municipalityTitle(id)}`, 'family-department', region, id),
      party(`rus-${id}`, `Rusmiddelbehandlingen, ${municipalityTitle(id)}`, 'substance-treatment', region, id),
    ]),
    ...familyClinics.map(([id, hospital, region, code]) =>
      party(`fa-${id}`, `Familieambulatoriet, ${hospital}`, 'family-clinic', region, asId<'municipality'>(code)),
    ),
    ...regionIds.flatMap((region) => [
      party(`sek-${region}`, `Rammeaftalesekretariatet ${regions[region].shortName}`, 'secretariat', region),
      party(`styregruppe-${region}`, `Den administrative styregruppe i ${regions[region].shortName}`, 'steering-group', region),
      party(`tilsyn-${region}`, `Socialtilsynet i ${regions[region].shortName}`, 'supervision', region),
    ]),
    ...inventedParties.flatMap(([code, town, region, practice, crisisCentre]) => [
      party(`laege-${code}`, `${practice}, ${town} (opdigtet)`, 'general-practice', region, asId<'municipality'>(code)),
      party(`kc-${code}`, `${crisisCentre}, ${town} (opdigtet)`, 'crisis-centre', region, asId<'municipality'>(code)),
    ]),
    party('herberg-0851', 'Herberget Nordkajen, Aalborg (opdigtet)', 'crisis-centre', 'nordjylland', asId<'municipality'>('0851')),
    party('sbst', 'Social- og Boligstyrelsen', 'agency', null),
    party('samlob', 'Samløb', 'system', null),
  ];
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
