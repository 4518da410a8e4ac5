/** What each role may do with imported lists. */
import type { Asker } from './row-security.ts';

const written = "now(), 'nogen', 'Nogen', 'secretariat', 'holdet'";

export const listWorld = `
  insert into list_import values ('vores', 'T', 'K', 2026, 'x', 1, 'r', '2999-01-01', ${written}),
    ('slettet', 'T', 'K', 2026, 'y', 1, 'r', '2999-01-01', ${written}), ('de andres', 'T', 'K', 2026, 'z', 1, 'r', '2999-01-01', now(), 'nogen', 'Nogen', 'agency', 'langt-væk');
  insert into list_deletion values ('slettet', 'x', ${written});
  insert into list_line (import, line, list, municipality) values ('vores', 2, 'A', ''), ('vores', 3, 'A', ''), ('vores', 4, 'A', ''), ('de andres', 2, 'A', ''), ('slettet', 2, 'A', '');
  insert into list_line (import, line, list, municipality, pseudonym) values ('vores', 5, 'A', '', 'kode');
  insert into list_pair values ('vores', 2, 'vores', 3, 'perhaps', 7, '{}', '{}');
  insert into list_decision values ('vores', 2, 'vores', 3, 1, true, 'x', ${written});
  insert into counted_fact (case_id, number, subject, kind, happened, recorded) values ('list vores', 1, 'x', 'listed', '2026-01-01', now());
`;

const keepers: readonly Asker[] = ['secretariat', 'agency'];
const everywhere: readonly Asker[] = ['secretariat', 'agency', 'secretariat elsewhere', 'agency elsewhere'];
const officers: readonly Asker[] = ['data-protection', 'data-protection elsewhere'];
const own = ':user, :role, :organisation';
const forged = ["'en-anden-bruger', :role, :organisation", ":user, :role, 'fremmede'"];
const by = (writer: string): string => {
  const [user, role, organisation] = writer.split(', ');
  return `now(), ${user}, 'N', ${role}, ${organisation}`;
};
const taken = (writer = own): string => `insert into list_import values ('ny', 'T', 'K', 2026, 'q', 1, 'r', '2999-01-01', ${by(writer)})`;
const deleted = (writer = own): string => `insert into list_deletion values ('vores', 'x', ${by(writer)})`;
const decided = (writer = own): string => `insert into list_decision values ('vores', 2, 'vores', 3, 2, false, 'x', ${by(writer)})`;
const counted = (of: string): string =>
  `insert into counted_fact (case_id, number, subject, kind, happened, recorded) values ('${of}', 9, 'x', 'listed', '2026-01-01', now())`;

/** Table, what is tried, and all who may. */
export const listRules: readonly (readonly [table: string, statement: string, who: readonly Asker[]])[] = [
  ['list_import', "select from list_import where id = 'vores'", [...keepers, ...officers]],
  ['list_import', taken(), everywhere],
  ['list_import', "update list_import set forget_on = '2099-01-01'", []],
  ['list_import', 'delete from list_import', []],
  ['list_deletion', 'select from list_deletion', [...keepers, ...officers]],
  ['list_deletion', deleted(), keepers],
  ['list_deletion', 'delete from list_deletion', []],
  ['list_line', "select from list_line where import = 'vores'", keepers],
  ['list_line', "insert into list_line (import, line, list, municipality) values ('vores', 9, 'A', '')", keepers],
  ['list_line', 'delete from list_line', []],
  ['list_line', "select from delete_list_lines('slettet')", keepers],
  ['list_line', "select from delete_list_lines('vores')", []],
  ['list_line', "update list_line set list = 'x'", []],
  // Nobody forgets what is to be kept until a later day, whatever day they say it is.
  ['list_line', "select from forget_lists('9999-12-31') as forgotten where forgotten > 0", []],
  ['list_pair', 'select from list_pair', keepers],
  ['list_pair', "insert into list_pair values ('vores', 2, 'vores', 4, 'same', null, '{}', '{}')", keepers],
  ['list_pair', "insert into list_pair values ('vores', 2, 'de andres', 2, 'same', null, '{}', '{}')", []],
  ['list_pair', 'delete from list_pair', []],
  ['list_decision', 'select from list_decision', keepers],
  ['list_decision', decided(), keepers],
  ['list_decision', 'delete from list_decision', []],
  ['list_key', 'select from list_key', everywhere],
  ['list_key', "update list_key set key = 'x'", []],
  ['counted_fact', counted('list vores'), keepers],
  ['counted_fact', counted('list '), []],
  ['counted_fact', counted('vores'), []],
  ['counted_fact', "select from counted_fact where case_id = 'list vores'", []],
  ...forged.flatMap((writer): (readonly [string, string, readonly Asker[]])[] => [
    ['list_import', taken(writer), []],
    ['list_deletion', deleted(writer), []],
    ['list_decision', decided(writer), []],
  ]),
];
