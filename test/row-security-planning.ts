/** What each role may do with the planner's scenarios, questions and answers. */
import type { Asker } from './row-security.ts';

export const planningWorld = `
  insert into scenario_version values ('scenarie', 1, 'form', 'T', '{}', '', now(), 'nogen', 'Nogen', 'planner', 'holdet', 'Holdet');
  insert into scenario_version values ('delt', 1, 'form 2', 'T', '{}', '', now(), 'nogen', 'Nogen', 'planner', 'holdet', 'Holdet'),
    ('udgivet', 1, 'form 3', 'T', '{}', '', now(), 'nogen', 'Nogen', 'planner', 'holdet', 'Holdet'),
    ('taget-tilbage', 1, 'form 4', 'T', '{}', '', now(), 'nogen', 'Nogen', 'planner', 'holdet', 'Holdet');
  insert into scenario_sight values ('delt', 1, 'shared', now(), 'nogen', 'Nogen', 'planner', 'holdet'),
    ('udgivet', 1, 'published', now(), 'nogen', 'Nogen', 'planner', 'holdet'),
    ('taget-tilbage', 1, 'published', now(), 'nogen', 'Nogen', 'planner', 'holdet'),
    ('taget-tilbage', 2, 'private', now(), 'nogen', 'Nogen', 'planner', 'holdet');
  insert into study values ('af-privat', 'x', '{"proposals": [{"from": "delt:1"}, {"from": "scenarie:1"}]}', now(), 'nogen', 'Nogen', 'planner', 'holdet'),
    ('af-delt', 'x', '{"proposal": {"from": "delt:1"}}', now(), 'nogen', 'Nogen', 'planner', 'holdet'),
    ('hendes-egen', 'x', '{"proposal": {"from": "scenarie:1"}}', now(), 'x', 'X', 'planner', 'en-anden');
  insert into study_answer select id, '{}', now(), 'nogen', 'Nogen', 'planner', 'holdet' from study where id in ('af-privat', 'af-delt');
  insert into cost_table values ('udgifter', 'T', 'K', '{}', now(), 'nogen', 'Nogen', 'planner', 'holdet', 'Holdet');
  insert into cost_table values ('slettes', 'T', 'K', '{}', now(), 'nogen', 'Nogen', 'planner', 'holdet', 'Holdet');
  insert into cost_table_removal select id, title, recorded, by_name, organisation_name, 'R', now(), 'nogen', 'Nogen', 'planner', 'holdet', 'Holdet'
    from cost_table where id = 'slettes';
  insert into cost_table_removal values ('slettet', 'T', now(), 'Nogen', 'Holdet', 'R', now(), 'nogen', 'Nogen', 'planner', 'holdet', 'Holdet');
  insert into study values ('beregning', 'x', '{}', now(), 'nogen', 'Nogen', 'planner', 'holdet'),
    ('ubesvaret', 'x', '{}', now(), 'nogen', 'Nogen', 'planner', 'holdet');
  insert into study_answer values ('beregning', '{}', now(), 'nogen', 'Nogen', 'planner', 'holdet');
`;

const own = ':user, :role, :organisation';
const version = (writer = own): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into scenario_version values ('scenarie', 2, 'ny form', 'T', '{}', '', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
};
const costTable = (writer = own, id = 'nye udgifter'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into cost_table values ('${id}', 'T', 'K', '{}', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
};
const removal = (table: string, writer = own): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into cost_table_removal values ('${table}', 'T', now(), 'N', 'O', 'R', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
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

const sighted = (scenario: string, writer = own): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into scenario_sight values ('${scenario}', 9, 'shared', now(), ${user}, 'N', ${role}, ${organisation})`;
};

/** Table, what is tried, and all who may. */
export const planningRules: readonly (readonly [table: string, statement: string, who: readonly Asker[]])[] = [
  ...(['scenario_version', 'scenario_sight', 'cost_table', 'cost_table_removal', 'study', 'study_answer'] as const).flatMap(
    (table): (readonly [string, string, readonly Asker[]])[] => [
      [table, `delete from ${table}`, []],
      [table, `update ${table} set by_name = 'x'`, []],
    ],
  ),
  ['cost_table', 'select from cost_table', readers()],
  ['cost_table_removal', 'select from cost_table_removal', readers()],
  // What has no removal written is not deleted, and what has is deleted by the planners whose it is.
  ['cost_table', "select delete_cost_table('udgifter')", []],
  ['cost_table', "select delete_cost_table('slettes')", ['planner']],
  ['cost_table_removal', removal('udgifter'), ['planner']],
  ['cost_table_removal', removal('findes ikke'), []],
  ...(['scenario_version', 'scenario_sight'] as const).flatMap((table): (readonly [string, string, readonly Asker[]])[] => [
    [table, `select from ${table} where scenario = 'delt'`, readers()],
    [table, `select from ${table} where scenario = 'udgivet'`, [...readers(), ...figureReaders()]],
    [table, `select from ${table} where scenario = 'taget-tilbage'`, readersHere()],
  ]),
  ['scenario_version', "select from scenario_version where scenario = 'scenarie'", readersHere()],
  ['study', "select from study where id = 'beregning'", readers()],
  ['study', "select from study where id = 'af-delt'", readers()],
  ['study', "select from study where id = 'af-privat'", readersHere()],
  ['study', "select from study where id = 'hendes-egen'", readers()],
  ['study_answer', "select from study_answer where study = 'af-delt'", readers()],
  ['study_answer', "select from study_answer where study = 'af-privat'", readersHere()],
  ['scenario_version', version(), ['planner']],
  ['scenario_sight', sighted('scenarie'), ['planner']],
  ['scenario_sight', sighted('delt'), ['planner']],
  ['cost_table', costTable(), ['planner', 'planner elsewhere']],
  // Deleted long ago: it does not come back, neither by whom nor for whom.
  ['cost_table', costTable(own, 'slettet'), []],
  ['study', study(), readers()],
  ['study_answer', answered(), readers()],
  ...[forger, borrowed].flatMap((writer): (readonly [string, string, readonly Asker[]])[] => [
    ['scenario_version', version(writer), []],
    ['scenario_sight', sighted('delt', writer), []],
    ['cost_table', costTable(writer), []],
    ['cost_table_removal', removal('udgifter', writer), []],
    ['study', study(writer), []],
    ['study_answer', answered(writer), []],
  ]),
];

/** Those who plan in the owner's organisation. */
function readersHere(): readonly Asker[] {
  return ['planner', 'agency', 'secretariat'];
}

/** Those who read figures and do not plan, wherever they are. */
function figureReaders(): readonly Asker[] {
  return (
    [
      'family-clinic',
      'substance-treatment',
      'family-department',
      'coordinator',
      'crisis-centre',
      'care-decider',
      'approver',
      'supervision',
      'operator',
    ] as const
  ).flatMap((role): readonly Asker[] => [role, `${role} elsewhere`]);
}

function readers(): readonly Asker[] {
  return ['planner', 'agency', 'secretariat', 'planner elsewhere', 'agency elsewhere', 'secretariat elsewhere'];
}
