/** What each role may do with the planner's scenarios, questions and answers. */
import type { Asker } from './row-security.ts';

export const planningWorld = `
  insert into scenario_version values ('scenarie', 1, 'form', 'T', '{}', '', now(), 'nogen', 'Nogen', 'planner', 'holdet', 'Holdet');
  insert into cost_table values ('udgifter', 'T', 'K', '{}', now(), 'nogen', 'Nogen', 'planner', 'holdet', 'Holdet');
  insert into study values ('beregning', 'x', '{}', now(), 'nogen', 'Nogen', 'planner', 'holdet'),
    ('ubesvaret', 'x', '{}', now(), 'nogen', 'Nogen', 'planner', 'holdet');
  insert into study_answer values ('beregning', '{}', now(), 'nogen', 'Nogen', 'planner', 'holdet');
`;

const own = ':user, :role, :organisation';
const version = (writer = own): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into scenario_version values ('scenarie', 2, 'ny form', 'T', '{}', '', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
};
const costTable = (writer = own): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into cost_table values ('nye udgifter', 'T', 'K', '{}', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
};
const study = (writer = own): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into study values ('ny', 'x', '{}', now(), ${user}, 'N', ${role}, ${organisation})`;
};
const answered = (writer = own): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into study_answer values ('ubesvaret', '{}', now(), ${user}, 'N', ${role}, ${organisation})`;
};
const forger = "'en-anden-bruger', :role, :organisation";
const borrowed = ":user, :role, 'fremmede'";

/** Table, what is tried, and all who may. */
export const planningRules: readonly (readonly [table: string, statement: string, who: readonly Asker[]])[] = [
  ...(['scenario_version', 'cost_table', 'study', 'study_answer'] as const).flatMap(
    (table): (readonly [string, string, readonly Asker[]])[] => [
      [table, `select from ${table}`, readers()],
      [table, `delete from ${table}`, []],
      [table, `update ${table} set by_name = 'x'`, []],
    ],
  ),
  ['scenario_version', version(), ['planner', 'planner elsewhere']],
  ['cost_table', costTable(), ['planner', 'planner elsewhere']],
  ['study', study(), readers()],
  ['study_answer', answered(), readers()],
  ...[forger, borrowed].flatMap((writer): (readonly [string, string, readonly Asker[]])[] => [
    ['scenario_version', version(writer), []],
    ['cost_table', costTable(writer), []],
    ['study', study(writer), []],
    ['study_answer', answered(writer), []],
  ]),
];

function readers(): readonly Asker[] {
  return ['planner', 'agency', 'secretariat', 'planner elsewhere', 'agency elsewhere', 'secretariat elsewhere'];
}
