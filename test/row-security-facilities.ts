/** What each role may do with facilities and with units as such: registering, correcting, opening and naming. */
import type { Asker } from './row-security.ts';

const written = (values: string, writer: string): string => {
  const [user, role, organisation] = writer.split(', ');
  return `(facility, sequence, type, by_user, by_name, capacity, organisation, organisation_name, change)
    values (${values}, ${user}, 'N', ${role}, ${organisation}, 'O', '{}')`;
};
const own = ':user, :role, :organisation';
const event = (facility: string, type: string, writer = own): string =>
  `insert into facility_event ${written(`'${facility}', 9, '${type}'`, writer)}`;
const facility = (region: string): string =>
  `insert into facility values ('nyt', 'Nyt', 'region', 'Region', '${region}', '0851', 'By', 9.9, 57.0, 'Vej 1')`;
const unit = (of: string, confirmed = 'null, null'): string =>
  `insert into unit (id, facility, name, confirmed_by, confirmed_at) values ('ny', '${of}', 'Ny', ${confirmed})`;
const telephone = (of: string): string =>
  `insert into facility_telephone (facility, sequence, telephone, by_user, by_name, capacity, organisation, organisation_name)
    values ('${of}', 1, '00 00 01 01', :user, 'N', :role, :organisation, 'O')`;
const takenUp = (of: string, sequence = 1): string =>
  `insert into supply_event (unit, sequence, type, by_user, by_name, capacity, organisation, organisation_name, change)
    values ('${of}', ${sequence}, 'registered', :user, 'N', :role, :organisation, 'O', '{}')`;

/** A unit that is not taken up yet, and a fact about each of two facilities. */
export const facilityWorld = `
  insert into unit (id, facility, name) values ('tom', 'lyngborg', 'Tom'), ('tom-fjern', 'fjernt', 'Tom');
  insert into facility_event ${written("'lyngborg', 1, 'registered'", "'nogen', 'supervision', 'holdet'")};
  insert into facility_event ${written("'fjernt', 1, 'registered'", "'nogen', 'supervision', 'holdet'")};`;

const leaders: readonly Asker[] = ['unit-leader', 'unit-leader, not in the team'];
const lookers: readonly Asker[] = ['supervision', 'supervision elsewhere', 'agency', 'agency elsewhere', 'operator', 'operator elsewhere'];
const nobody: readonly Asker[] = [];

/** Table, what is tried, and all who may. */
export const facilityRules: readonly (readonly [table: string, statement: string, who: readonly Asker[]])[] = [
  ['facility', facility('nordjylland'), ['supervision']],
  ['facility', facility('syddanmark'), ['supervision elsewhere']],
  ['facility', "update facility set name = 'y' where id = 'lyngborg'", ['supervision']],
  ['facility', "update facility set name = 'y' where id = 'fjernt'", ['supervision elsewhere']],
  ['facility', "update facility set region = 'syddanmark' where id = 'lyngborg'", nobody],
  ['facility', "update facility set id = 'y' where id = 'lyngborg'", nobody],
  ['facility', 'delete from facility', nobody],
  ['organisation', "select keep_party_of_facility('lyngborg')", ['supervision']],
  ['organisation', "insert into organisation (id, name, kind) values ('x', 'X', 'facility')", nobody],
  ['organisation', "update organisation set name = 'y'", nobody],
  ['app_user', "select name_leader('lyngborg', 'ny', 'N')", ['supervision', ...leaders]],
  ['app_user', "select name_leader('fjernt', 'ny', 'N')", ['supervision elsewhere']],
  ['app_user', "select end_leader('lyngborg', 'leder')", ['supervision', ...leaders]],
  ['app_user', "select end_leader('fjernt', 'leder')", ['supervision elsewhere']],
  ['app_user', 'update app_user set ended = now()', nobody],
  ['app_user', "insert into app_user (id, name, role, organisation) values ('x', 'X', 'unit-leader', 'tilbud')", nobody],
  ['facility_telephone', telephone('fjernt'), ['supervision elsewhere']],
  ['facility_event', "select from facility_event where facility = 'lyngborg'", [...leaders, ...lookers]],
  ['facility_event', "select from facility_event where facility = 'fjernt'", lookers],
  ...['registered', 'corrected'].map((type) => ['facility_event', event('lyngborg', type), ['supervision']] as const),
  ...['unit-opened', 'unit-named'].map((type) => ['facility_event', event('lyngborg', type), leaders] as const),
  ...['leader-named', 'leader-ended'].map((type) => ['facility_event', event('lyngborg', type), ['supervision', ...leaders]] as const),
  ['facility_event', event('fjernt', 'leader-named'), ['supervision elsewhere']],
  ['facility_event', event('fjernt', 'unit-opened'), nobody],
  ...["'en-anden-bruger', :role, :organisation", ":user, 'kejser', :organisation", ":user, :role, 'fremmede'"].flatMap((writer) =>
    ['corrected', 'unit-opened'].map((type) => ['facility_event', event('lyngborg', type, writer), nobody] as const),
  ),
  ['facility_event', "update facility_event set by_name = 'y'", nobody],
  ['unit', unit('lyngborg'), leaders],
  ['unit', unit('lyngborg', "'N', now()"), nobody],
  ['unit', unit('fjernt'), nobody],
  ['unit', "update unit set name = 'y' where id = 'lyng'", leaders],
  ['unit', "update unit set name = 'y' where id = 'fjern'", nobody],
  ['unit', "update unit set facility = 'andet' where id = 'lyng'", nobody],
  ['supply_event', takenUp('tom'), leaders],
  ['supply_event', takenUp('tom', 2), nobody],
  ['supply_event', takenUp('tom-fjern'), nobody],
];
