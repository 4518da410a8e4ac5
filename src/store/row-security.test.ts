/** What each role may do in the database itself, asked in plain SQL as the application's role: the floor beneath every page. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { type Asker, askers, whoMay, world } from '../../test/row-security.ts';
import { documentRules, documentWorld } from '../../test/row-security-documents.ts';
import { facilityRules, facilityWorld } from '../../test/row-security-facilities.ts';
import { listRules, listWorld } from '../../test/row-security-lists.ts';
import { planningRules, planningWorld } from '../../test/row-security-planning.ts';
import { waitingRules, waitingWorld } from '../../test/row-security-waiting.ts';
import { permissions } from '../access/permissions.ts';
import { regionIds, speaksFor } from '../domain/geography/regions.ts';
import { danishDay, day, moment } from '../domain/time.ts';

const inWords: readonly string[] = permissions['refusal:read'].roles;
const everyone: readonly Asker[] = [...askers.keys()];
const professionals: readonly Asker[] = [
  'family-clinic',
  'substance-treatment',
  'family-department',
  'coordinator',
  'crisis-centre',
  'care-decider',
];
const itsLeaders: readonly Asker[] = ['unit-leader', 'unit-leader, not in the team'];
const team: readonly Asker[] = [...professionals, 'referrer', 'unit-leader', 'unit-leader, in the team, of another facility'];
const teamAndHer: readonly Asker[] = [...team, 'woman'];
const elsewhere = (...names: readonly Asker[]): readonly Asker[] => names.flatMap((name) => [name, `${name} elsewhere` as Asker]);
const nobody: readonly Asker[] = [];
/** Those who may read a unit's own words to its no: the unit, and those of the team whom access lets. */
const readWords: readonly Asker[] = [...itsLeaders, ...team.filter((name) => name !== 'unit-leader' && inWords.includes(name))];
/** Those who look into how well a unit keeps its capacity confirmed: one of the region of the team, and one elsewhere. */
const lookers: readonly Asker[] = [...itsLeaders, 'secretariat', 'supervision', ...elsewhere('agency', 'operator')];
const lookersAway: readonly Asker[] = ['secretariat elsewhere', 'supervision elsewhere', ...elsewhere('agency', 'operator')];
/** Those who seek places, and those who oversee and plan them; not the woman, and not data protection. */
const whoSeeksOrOversees: readonly Asker[] = everyone.filter((name) => !/^(woman|data-protection)/.test(name));

const factColumns = 'sequence, happened, recorded, by_user, by_name, capacity, organisation, organisation_name, type, data';
const fact = (pathway: string, writer = ':user, :role, :organisation', type = 'event'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into pathway_fact (pathway, ${factColumns})
    values ('${pathway}', 9, '2026-11-22', now(), ${user}, 'N', ${role}, ${organisation}, 'O', '${type}', '{}')`;
};
const reason = (pathway: string, sequence: number): string => `insert into her_yes_reason values ('${pathway}', ${sequence}, 'other', 'x')`;
const stay = (pathway: string, holder = ':user, :organisation', status = 'held'): string => {
  const [user, organisation] = holder.split(', ');
  return `insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, needs, held_by, held_by_name,
      held_for, held_for_name, request_key)
    values ('ny', '${pathway}', 'Maja', 'lyng', '2026-12-01', '2026-12-30', '${status}', now(), '[]', ${user}, 'N', ${organisation}, 'O', 'ny')`;
};
const event = (of: string, act: string, writer = ':user, :role, :organisation'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into stay_event (stay, sequence, act, status, happened, by_user, by_name, capacity, organisation, organisation_name, data)
    values ('${of}', 9, '${act}', 'held', '2026-11-22', ${user}, 'N', ${role}, ${organisation}, 'O', '{}')`;
};
const refusal = event('holdt', 'refuse').replace("'{}'", `'{"reason": "staffing", "text": "ingen nattevagt"}'`);
const telephone = (facility: string, writer = ':user, :role, :organisation'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into facility_telephone (facility, sequence, telephone, by_user, by_name, capacity, organisation, organisation_name)
    values ('${facility}', 9, '00 00 01 01', ${user}, 'N', ${role}, ${organisation}, 'O')`;
};
const rung = (municipality: string, writer = ':user, :role, :organisation'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into municipality_telephone (municipality, sequence, telephone, by_user, by_name, capacity, organisation, organisation_name)
    values ('${municipality}', 9, '00 00 03 01', ${user}, 'N', ${role}, ${organisation}, 'O')`;
};
const line = (writer: string): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into trace (app_user, name, role, organisation, organisation_name, permission, rule, subject_kind)
    values (${user}, 'N', ${role}, ${organisation}, 'O', 'x', 'x', 'list')`;
};
const callFact = (type: string, municipality: string, writer = ':user, :role, :organisation'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into call_fact (call, municipality, region, ${factColumns})
    values ('udmelding', ${municipality}, 9, '2026-11-22', now(), ${user}, 'N', ${role}, ${organisation}, 'O', '${type}', '{}')`;
};
const answer = (municipality: string, region: string, call = 'en-anden-udmelding'): string =>
  `insert into call_answer values ('${call}', '${municipality}', '${region}', '{1}', 'x', '{1}', 'x', 'N', '2026-11-22', 1)`;
const nudge = (unit: string): string =>
  `insert into capacity_nudge (unit, sent_to, address, digest, expires, rule)
    values ('${unit}', 'K', 'k@x.invalid', 'nyt', now() + interval '1 day', 'x')`;
/** Of the third reminder, the one that has no message yet. */
const message = (unit: string): string =>
  `insert into reminder_message (nudge, unit, to_name, address, subject, body, expires)
    values (3, '${unit}', 'K', 'k@x.invalid', 'S', 'T', now() + interval '1 day')`;
const confirmation = (unit: string, by = ':user, :organisation'): string =>
  `insert into capacity_confirmation (unit, by_name, by_user, organisation, channel) values ('${unit}', 'N', ${by}, 'login')`;
const released = (writer = ':user, :role, :organisation'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into release (matter, method, edition, terms, digest, dimensions, cells, recorded, by_user, by_name, capacity, organisation,
      organisation_name)
    values ('sag', 'rounding', 'x', '{}', 'ny', '[]', '[]', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
};
const jobAsked = (writer = ':user, :role, :organisation'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into release_job (id, call, choices, asked, by_user, by_name, capacity, organisation, organisation_name)
    values ('nyt', 'udmelding', '{}', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
};
const preview = (job: string): string =>
  `insert into release_preview values ('${job}', 'rounding', 'x', 'x', '{}', '[]', '[]', '{}', '{}', '[]', '{}')`;
const analysed = (writer = ':user, :role, :organisation'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into analysis values ('ny', 'T', 'x', 'x', 1, 1, '[]', '[]', '{}', now(), ${user}, 'N', ${role}, ${organisation})`;
};
const supplyEvent = (unit: string, writer = ':user, :role, :organisation', type = 'closed'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into supply_event (unit, sequence, type, by_user, by_name, capacity, organisation, organisation_name, change)
    values ('${unit}', 9, '${type}', ${user}, 'N', ${role}, ${organisation}, 'O', '{}')`;
};
const qualification = (unit: string, kind: 'statement' | 'assessment', writer = ':user, :role, :organisation'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into qualification_event (unit, sequence, kind, edition, by_user, by_name, capacity, organisation, organisation_name, data)
    values ('${unit}', 9, '${kind}', ${kind === 'statement' ? 'null' : "'y'"}, ${user}, 'N', ${role}, ${organisation}, 'O', '{}')`;
};
const emptySupply = '{"open": [], "closures": [], "rooms": [], "places": [], "staffing": [], "admission": {"womenOnly": false}}';
const told = (statement: string): string => `select set_config('app.telling', 'hendes', true); ${statement}`;
const counting = (statement: string): string => `select set_config('app.counting', 'on', true); ${statement}`;
const counted = (pathway: string): string =>
  `insert into counted_fact (case_id, number, pathway, subject, kind, happened, recorded)
    values ('${pathway}', 9, '${pathway}', 'x', 'need', '2026-11-22', '2026-11-22')`;
const withdrawn = (pathway: string): string => `update counted_fact set withdrawn = '2026-11-22' where case_id = '${pathway}'`;
const codes = (writer = ':user, :role, :organisation'): string => {
  const [user, role, organisation] = writer.split(', ');
  return `insert into value_set values ('liste', 3, '{DO355}', 'fordi', now(), ${user}, 'N', ${role}, ${organisation})`;
};
const compiling = (statement: string): string => `select set_config('app.compiling', 'udmelding', true); ${statement}`;
/** She has come to another facility, which is to write that she left the former one. */
const received = (statement: string): string => `select receive_inde(); ${statement}`;
const awayLeaders: readonly Asker[] = ['unit-leader elsewhere', 'unit-leader, in the team, of another facility'];
const placed = (of: string, place: string): string => `select where place_stay('${of}', '{${place}}', '{2026-12-01}', '{2026-12-20}')`;
const forger = "'en-anden-bruger', :role, :organisation";
const promoted = ":user, 'kejser', :organisation";
const borrowed = ":user, :role, 'fremmede'";

const previewed = "update release_job set outcome = 'previewed', ended = now() where id = 'nyt'";

/** Table, what is tried, and all who may. Everybody else is refused, or finds no row. */
const rules: readonly (readonly [table: string, statement: string, who: readonly Asker[]])[] = [
  ['organisation', 'select from organisation', everyone],
  ['app_user', 'select from app_user', everyone],
  ['setting', 'select from setting', everyone],
  ['person', 'select from person', nobody],
  ['person', "select where person_of_number('hendes', '6106954002') is not null", professionals],
  ['person', "select where person_of_number('fremmed', '6106954002') is not null", nobody],
  ['person', "select where make_person_of_number('hendes', '6106954004', 'Ny', 'ny-person') is not null", professionals],
  ['person', "select from other_pathways_of_hers('hendes')", professionals],
  ['person', 'select from other_pathways_of_hers(null)', professionals],
  ['session', 'select from session', nobody],
  ['session', "insert into session values ('eget', 'nogen', now(), now())", nobody],
  ['session', 'delete from session', nobody],
  ['migration', 'select from migration', nobody],

  ['release', 'select from release', elsewhere('agency', 'secretariat', 'operator')],
  ['released', 'select from released', everyone],
  ['release_job', 'select from release_job', elsewhere('agency', 'secretariat', 'operator')],
  ['release_job', jobAsked(), elsewhere('agency', 'secretariat', 'operator')],
  ['release_job', jobAsked(forger), nobody],
  [
    'release_job',
    `${jobAsked()}; update release_job set stop_asked = now() where id = 'nyt'`,
    elsewhere('agency', 'secretariat', 'operator'),
  ],
  ['release_job', "update release_job set stop_asked = now() where id = 'arbejde'", nobody],
  ['release_job', "update release_job set call = 'endelig' where id = 'arbejde'", nobody],
  ['release_job', 'delete from release_job', nobody],
  // A cell of Nordjylland: the agency, the operator, and Nordjylland’s own secretariat.
  ['release_job_cell', 'select from release_job_cell', ['secretariat', ...elsewhere('agency', 'operator')]],
  [
    'release_job_cell',
    `${jobAsked()}; insert into release_job_cell values ('nyt', 'nordjylland', '{}')`,
    elsewhere('agency', 'secretariat', 'operator'),
  ],
  ['release_job_cell', "insert into release_job_cell values ('arbejde-2', 'nordjylland', '{}')", nobody],
  ['release_job_cell', 'delete from release_job_cell', nobody],
  ['release_preview', 'select from release_preview', elsewhere('agency', 'secretariat', 'operator')],
  ['release_preview', `${jobAsked()}; ${previewed}; ${preview('nyt')}`, elsewhere('agency', 'secretariat', 'operator')],
  ['release_preview', preview('arbejde-2'), nobody],
  // Work that has not ended by its preview keeps none.
  ['release_preview', `${jobAsked()}; ${preview('nyt')}`, nobody],
  ['release_preview', "update release_preview set cells = '[1]'", nobody],
  ['release_preview', 'delete from release_preview', nobody],
  // Reasons of Nordjylland: the agency, the operator, and Nordjylland’s own secretariat.
  ['release_preview_reason', 'select from release_preview_reason', ['secretariat', ...elsewhere('agency', 'operator')]],
  [
    'release_preview_reason',
    `${jobAsked()}; ${previewed}; ${preview('nyt')}; insert into release_preview_reason values ('nyt', 'nordjylland', '[]')`,
    elsewhere('agency', 'secretariat', 'operator'),
  ],
  ['release_preview_reason', "insert into release_preview_reason values ('arbejde', 'syddanmark', '[]')", nobody],
  ['release_preview_reason', 'delete from release_preview_reason', nobody],
  // One's own preview is published, outdated or set aside; what has ended otherwise stays as it ended.
  [
    'release_job',
    `${jobAsked()}; update release_job set outcome = 'previewed', ended = now() where id = 'nyt';
      update release_job set outcome = 'stopped' where id = 'nyt'`,
    elsewhere('agency', 'secretariat', 'operator'),
  ],
  [
    'release_job',
    `${jobAsked()}; update release_job set outcome = 'refused', ended = now() where id = 'nyt';
      update release_job set outcome = 'previewed' where id = 'nyt'`,
    nobody,
  ],
  ['release', released(), elsewhere('agency', 'secretariat', 'operator')],
  ['release', released(forger), nobody],
  ['release', 'delete from release', nobody],
  ['release', "update release set cells = '[]'", nobody],
  ['analysis', 'select from analysis', ['agency', 'secretariat', 'planner']],
  ['analysis', analysed(), elsewhere('agency', 'secretariat', 'planner')],
  ['analysis', analysed(forger), nobody],
  ['analysis', 'delete from analysis', nobody],
  ['analysis', "update analysis set title = 'x'", nobody],
  ['trace', "select from trace where subject = 'hendes'", [...elsewhere('data-protection', 'operator'), 'woman']],
  ['trace', "select from trace where subject = 'fremmed'", elsewhere('data-protection', 'operator')],
  ['trace', line(':user, :role, :organisation'), everyone],
  ...[forger, promoted, borrowed].map((writer) => ['trace', line(writer), nobody] as const),

  ['pathway', "select from pathway where id = 'hendes'", teamAndHer],
  ['pathway', "select from pathway where id = 'fremmed'", nobody],
  ['pathway', told("select from pathway where id = 'hendes'"), everyone],
  ['pathway', told("select from pathway where id = 'fremmed'"), nobody],
  [
    'pathway',
    "insert into pathway (id, opened_by, called_name, phase, last_sequence, state) values ('ny', :organisation, 'Ny', 'x', 1, '{}')",
    elsewhere(...professionals, 'referrer'),
  ],
  [
    'pathway',
    "insert into pathway (id, opened_by, called_name, phase, last_sequence, state) values ('ny', 'fremmede', 'Ny', 'x', 1, '{}')",
    nobody,
  ],
  ['pathway', "update pathway set called_name = 'M' where id = 'hendes'", team],
  ['pathway', "update pathway set called_name = 'M' where id = 'fremmed'", nobody],
  ['pathway', told("update pathway set called_name = 'M' where id = 'hendes'"), everyone],
  ['pathway', told("update pathway set called_name = 'M' where id = 'fremmed'"), nobody],
  ['pathway', "update pathway set opened_by = 'fremmede' where id = 'hendes'", nobody],

  ['care_team_member', "select where leave_care_team('hendes', 'tilbud')", nobody],
  ['care_team_member', told("select where leave_care_team('hendes', 'tilbud')"), everyone],
  ['care_team_member', told("select where leave_care_team('hendes', 'holdet')"), nobody],
  ['care_team_member', told("select where leave_care_team('fremmed', 'fremmede')"), nobody],
  ['care_team_member', "select from care_team_member where pathway = 'hendes'", teamAndHer],
  ['care_team_member', "select from care_team_member where pathway = 'fremmed'", nobody],
  ['care_team_member', told("select from care_team_member where pathway = 'fremmed'"), nobody],
  ['care_team_member', "insert into care_team_member values ('hendes', 'fremmede', 'x', '2026-11-22')", team],
  ['care_team_member', "insert into care_team_member values ('fremmed', :organisation, 'x', '2026-11-22')", nobody],
  ['care_team_member', "insert into care_team_member values ('aabnet', :organisation, 'x', '2026-11-22')", team],
  ['care_team_member', "insert into care_team_member values ('aabnet', 'fremmede', 'x', '2026-11-22')", nobody],
  ['care_team_member', told("insert into care_team_member values ('hendes', 'fremmede', 'x', '2026-11-22')"), everyone],
  ['care_team_member', told("insert into care_team_member values ('fremmed', :organisation, 'x', '2026-11-22')"), nobody],
  ['care_team_member', "update care_team_member set task = 'y' where pathway = 'hendes'", team],
  ['care_team_member', "update care_team_member set task = 'y' where pathway = 'fremmed'", nobody],
  ['care_team_member', told("update care_team_member set task = 'y' where pathway = 'hendes'"), everyone],
  ['care_team_member', told("update care_team_member set task = 'y' where pathway = 'fremmed'"), nobody],

  ['pathway_fact', "select from pathway_fact where pathway = 'hendes'", teamAndHer],
  ['pathway_fact', "select from pathway_fact where pathway = 'fremmed'", nobody],
  ['pathway_fact', told("select from pathway_fact where pathway = 'fremmed'"), nobody],
  ['pathway_fact', fact('hendes'), team],
  ['pathway_fact', fact('fremmed'), nobody],
  ...[forger, promoted, borrowed].map((writer) => ['pathway_fact', fact('hendes', writer), nobody] as const),
  ['pathway_fact', told(fact('hendes')), everyone],
  ['pathway_fact', told(fact('fremmed')), nobody],
  ...[forger, promoted, borrowed].map((writer) => ['pathway_fact', told(fact('hendes', writer)), nobody] as const),
  ['pathway_fact', told(fact('hendes', "'samlob', :role, :organisation", 'hold-ended')), everyone],
  ['pathway_fact', fact('hendes', "'samlob', :role, :organisation", 'hold-ended'), nobody],
  ['pathway_fact', "update pathway_fact set data = '{}'", nobody],

  ['her_yes_reason', "select from her_yes_reason where pathway = 'hendes'", [...professionals, 'referrer', 'woman']],
  ['her_yes_reason', told("select from her_yes_reason where pathway = 'hendes'"), [...professionals, 'referrer', 'woman']],
  ['her_yes_reason', "select from her_yes_reason where pathway = 'fremmed'", nobody],
  ['her_yes_reason', `${fact('hendes', undefined, 'place-held')}; ${reason('hendes', 9)}`, professionals],
  ['her_yes_reason', told(`${fact('hendes', undefined, 'place-held')}; ${reason('hendes', 9)}`), professionals],
  [
    'her_yes_reason',
    `${fact('hendes', undefined, 'place-answered')}; ${reason('hendes', 9)}`,
    [...professionals, 'unit-leader', 'unit-leader, in the team, of another facility'],
  ],
  ['her_yes_reason', `${fact('fremmed', undefined, 'place-answered')}; ${reason('fremmed', 9)}`, nobody],
  ['her_yes_reason', `${fact('hendes')}; ${reason('hendes', 9)}`, nobody],
  ['her_yes_reason', reason('hendes', 1), nobody],
  ['her_yes_reason', "update her_yes_reason set written = 'x'", nobody],

  ['unit_change', 'select from unit_change', nobody],
  ['unit_change', "insert into unit_change (unit) values ('lyng')", nobody],
  ['unit_change', 'select gather_unit_changes()', everyone],
  ['unit_change', "select watch_units('closure', 'unit', 'unit')", nobody],
  ...[
    'facility',
    'unit',
    'unit_open',
    'room',
    'place',
    'place_property',
    'closure',
    'occupation',
    'unit_staffing',
    'unit_admission',
    'place_flexible',
    'place_opened',
    'unit_version',
    'country_version',
  ].map((table) => [table, `select from ${table}`, everyone] as const),
  ['closure', "insert into closure (unit, from_day, reason) values ('lyng', '2030-01-01', 'x')", nobody],
  ['unit_staffing', "update unit_staffing set women = 9 where unit = 'lyng'", nobody],
  ['unit_open', `select keep_supply('lyng', '${emptySupply}')`, itsLeaders],
  ['unit_open', `select keep_supply('fjern', '${emptySupply}')`, nobody],
  ['unit_open', `select write_supply('lyng', '${emptySupply}')`, nobody],
  ['supply_event', "select from supply_event where unit = 'lyng'", [...itsLeaders, ...elsewhere('supervision', 'operator')]],
  ['supply_event', "select from supply_event where unit = 'fjern'", elsewhere('supervision', 'operator')],
  ['supply_changed', "select unit, at, by, what from supply_changed where unit = 'fjern'", everyone],
  ['supply_changed', "select from supply_changed where unit = 'lyng'", nobody],
  ['supply_event', supplyEvent('lyng'), itsLeaders],
  ['supply_event', supplyEvent('fjern'), nobody],
  ['supply_event', supplyEvent('lyng', ':user, :role, :organisation', 'registered'), nobody],
  ['supply_event', "update supply_event set type = 'x'", nobody],
  ...[forger, promoted, borrowed].map((writer) => ['supply_event', supplyEvent('lyng', writer), nobody] as const),
  ['qualification_event', 'select from qualification_event', whoSeeksOrOversees],
  ['qualification_event', qualification('lyng', 'statement'), itsLeaders],
  ['qualification_event', qualification('fjern', 'statement'), nobody],
  ['qualification_event', qualification('lyng', 'assessment'), elsewhere('agency')],
  ['qualification_event', "update qualification_event set data = '{}'", nobody],
  ...[forger, promoted, borrowed].flatMap((writer) => [
    ['qualification_event', qualification('lyng', 'statement', writer), nobody] as const,
    ['qualification_event', qualification('lyng', 'assessment', writer), nobody] as const,
  ]),
  ['stay', 'select from women_by_year(null, current_date)', whoSeeksOrOversees],
  ['unit', "update unit set confirmed_by = 'N', confirmed_at = now() where id = 'lyng'", nobody],
  ['unit', "select from unit where id = 'lyng' for update", itsLeaders],
  ['unit', "select from unit where id = 'fjern' for update", nobody],

  ['unit_contact', "select from unit_contact where unit = 'lyng'", [...itsLeaders, ...elsewhere('operator')]],
  ['unit_contact', "select from unit_contact where unit = 'fjern'", elsewhere('operator')],
  ['unit_contact', "insert into unit_contact values ('lav', 'Ny', 'ny@lav.invalid')", itsLeaders],
  ['unit_contact', "update unit_contact set name = 'Ny', address = 'ny@lyng.invalid' where unit = 'lyng'", itsLeaders],
  ['unit_contact', "update unit_contact set name = 'Ny' where unit = 'fjern'", nobody],
  ['unit_contact', "update unit_contact set unit = 'fjern' where unit = 'lyng'", nobody],
  ['capacity_nudge', "select number, unit, sent, sent_to, expires from capacity_nudge where unit = 'lyng'", lookers],
  ['capacity_nudge', "select number from capacity_nudge where unit = 'fjern'", lookersAway],
  ['capacity_nudge', 'select digest from capacity_nudge', nobody],
  ['capacity_nudge', 'select address from capacity_nudge', nobody],
  ['capacity_nudge', nudge('lyng'), elsewhere('operator')],
  ['capacity_nudge', "update capacity_nudge set expires = now() + interval '2 days'", nobody],
  ['capacity_nudge', 'delete from capacity_nudge', nobody],
  ['reminder_message', `select id, status, reason from reminder_message where unit = 'lyng'`, lookers],
  ['reminder_message', "select id from reminder_message where unit = 'fjern'", lookersAway],
  ['reminder_message', 'select address from reminder_message', nobody],
  ['reminder_message', 'select body from reminder_message', nobody],
  ['reminder_message', message('lyng'), elsewhere('operator')],
  [
    'reminder_message',
    "update reminder_message set status = 'delivered', body = null, ended = now() where unit = 'lyng'",
    elsewhere('operator'),
  ],
  ['reminder_message', "update reminder_message set due = now() where unit = 'fjern'", elsewhere('operator')],
  ['reminder_message', "update reminder_message set address = 'x@x.invalid'", nobody],
  ['reminder_message', 'delete from reminder_message', nobody],
  ['reminder_message', 'select from claim_reminder()', elsewhere('operator')],
  ['reminder_due', 'select from reminder_due', everyone],
  ['reminder_due', 'delete from reminder_due', nobody],
  ['capacity_confirmation', "select from capacity_confirmation where unit = 'lyng'", lookers],
  ['capacity_confirmation', "select from capacity_confirmation where unit = 'fjern'", lookersAway],
  ['capacity_confirmation', confirmation('lyng'), itsLeaders],
  ['capacity_confirmation', confirmation('fjern'), nobody],
  ['capacity_confirmation', confirmation('lyng', "'en-anden-bruger', :organisation"), nobody],
  ['capacity_confirmation', confirmation('lyng', ":user, 'fremmede'"), nobody],
  ['capacity_confirmation', "insert into capacity_confirmation (unit, by_name, channel) values ('lyng', 'N', 'loaded')", nobody],
  ['capacity_confirmation', "insert into capacity_confirmation (unit, at, by_name, channel) values ('lyng', now(), 'N', 'loaded')", nobody],
  ['capacity_confirmation', "insert into capacity_confirmation (unit, by_name, channel, nudge) values ('lyng', 'N', 'link', 1)", nobody],
  ['capacity_confirmation', "update capacity_confirmation set by_name = 'N'", nobody],
  ['capacity_confirmation', 'delete from capacity_confirmation', nobody],
  ['capacity_reminder', 'select unit, confirmed, nudged from capacity_reminder', everyone],
  ['unit', "update unit set name = 'y'", [...itsLeaders, ...awayLeaders]],
  ['place', "update place set name = 'y'", nobody],

  ['stay', "select from stay where id = 'holdt'", [...teamAndHer, 'unit-leader, not in the team']],
  ['stay', "select from stay where id = 'fremmed'", nobody],
  ['stay', told("select from stay where id = 'fremmed'"), nobody],
  ['stay', stay('hendes-andet'), professionals],
  ['stay', stay('fremmed-andet'), nobody],
  ['stay', stay('hendes-andet', "'en-anden-bruger', :organisation"), nobody],
  ['stay', stay('hendes-andet', ":user, 'fremmede'"), nobody],
  ['stay', stay('hendes-andet', ':user, :organisation', 'discharged'), nobody],
  ['stay', "update stay set held_until = now() where id = 'holdt'", professionals],
  ['stay', "update stay set status = 'confirmed' where id = 'holdt'", professionals],
  ['stay', "update stay set status = 'released' where id = 'holdt'", professionals],
  ['stay', "update stay set status = 'refused' where id = 'holdt'", itsLeaders],
  ['stay', "update stay set status = 'admitted' where id = 'holdt'", itsLeaders],
  ['stay', "update stay set status = 'discharged' where id = 'inde'", itsLeaders],
  ['stay', "update stay set status = 'confirmed', legal_basis = 'x', paid_by = 'y' where id = 'inde'", nobody],
  ['stay', "update stay set status = 'released' where id = 'fremmed'", nobody],
  ['stay', "update stay set status = 'expired' where id = 'holdt'", nobody],
  ['stay', "update stay set called_name = 'M'", nobody],

  ['stay', "update stay set departure = '2027-01-15' where id = 'holdt'", nobody],
  ['stay', "select where is_received_in_my_facility('inde')", nobody],
  ['stay', received("select where is_received_in_my_facility('inde')"), awayLeaders],
  ['stay', received("select where leave_for_another_unit('inde', '2026-12-09')"), awayLeaders],
  ['stay', "select where leave_for_another_unit('inde', '2026-12-09')", nobody],

  ['stay_part', "select from stay_part where stay = 'holdt'", [...teamAndHer, 'unit-leader, not in the team']],
  ['stay_part', "select from stay_part where stay = 'fremmed'", nobody],
  ['stay_part', placed('holdt', 'a'), [...professionals, ...itsLeaders]],
  ['stay_part', placed('inde', 'b'), ['substance-treatment', 'family-department', 'care-decider', ...itsLeaders]],
  ['stay_part', placed('fremmed', 'f'), nobody],
  ['stay_part', placed('gaaet', 'c'), nobody],
  ['stay_part', placed('afvist', 'c'), nobody],
  ['stay_part', "select from change_places('{ventet}', '{2099-03-01}', '{c}')", elsewhere(...professionals)],
  [
    'stay_part',
    "insert into stay_part (stay, unit, status, place, arrival, departure) select id, unit, status, 'c', arrival, departure from stay",
    nobody,
  ],
  ['stay_part', "update stay_part set place = 'c' where stay = 'holdt'", nobody],

  ['stay_leave', "select from stay_leave where stay = 'inde'", [...teamAndHer, 'unit-leader, not in the team']],
  ['stay_leave', "insert into stay_leave values ('inde', '2026-12-10', '2026-12-12', 'home', '')", itsLeaders],
  ['stay_leave', "insert into stay_leave values ('holdt', '2026-12-10', '2026-12-12', 'home', '')", nobody],
  ['stay_leave', "update stay_leave set back_day = '2026-12-06' where stay = 'inde'", itsLeaders],
  ['stay_leave', "update stay_leave set reason = 'other' where stay = 'inde'", itsLeaders],
  ['stay_leave', "select from stay_leave where stay = 'inde' and take_back_leave('inde', from_day, back_day)", itsLeaders],
  ['stay_leave', "delete from stay_leave where stay = 'inde'", nobody],

  ['facility_place', 'select from facility_place', everyone],
  ['facility_place', "insert into facility_place values ('lyngborg', now(), '0860', 10, 57)", nobody],
  ['facility_place', "update facility_place set municipality = '0860'", nobody],
  ['facility_telephone', 'select from facility_telephone', everyone],
  ['facility_telephone', telephone('lyngborg'), itsLeaders],
  ['facility_telephone', telephone('lyngborg', "'x', :role, :organisation"), nobody],
  ['facility_telephone', telephone('fjernt'), nobody],
  ['facility_telephone', "update facility_telephone set telephone = ''", nobody],

  ['municipality_telephone', 'select from municipality_telephone', everyone],
  ['municipality_telephone', rung('0851'), ['coordinator', 'family-department', 'care-decider']],
  ['municipality_telephone', rung('0461'), ['coordinator elsewhere', 'family-department elsewhere', 'care-decider elsewhere']],
  ['municipality_telephone', rung('0851', "'x', :role, :organisation"), nobody],
  ['municipality_telephone', rung('0851', ":user, 'operator', :organisation"), nobody],
  ['municipality_telephone', "update municipality_telephone set telephone = ''", nobody],
  ['municipality_telephone', 'delete from municipality_telephone', nobody],

  ['stay_event', event('inde', 'leave'), itsLeaders],
  ['stay_event', event('inde', 'move'), itsLeaders],
  ...['correct-leave', 'withdraw-leave', 'undo-move', 'swap', 'undo-swap', 'undo-admit', 'undo-leave-earlier'].map(
    (act) => ['stay_event', event('inde', act), itsLeaders] as const,
  ),
  ['stay_event', event('inde', 'change-departure'), professionals],
  ['stay_event', event('inde', 'answer-place'), [...professionals, 'unit-leader']],
  ['stay_event', event('holdt', 'answer-place'), professionals],
  ['stay_event', event('fremmed', 'answer-place'), nobody],
  ['stay', "select from stay where id = 'inde' and confirm_afterwards('inde', 'SUL-141', '0851')", professionals],
  ['stay', "select from stay where id = 'holdt' and confirm_afterwards('holdt', 'SUL-141', '0851')", nobody],
  ['stay_event', told(event('inde', 'discharge')), itsLeaders],
  ['stay_event', received(told(event('inde', 'discharge'))), [...itsLeaders, ...awayLeaders]],
  ['stay_event', received(event('inde', 'discharge')), itsLeaders],
  ['stay_event', "select from stay_event where stay = 'holdt'", [...teamAndHer, 'unit-leader, not in the team']],
  ['stay_event', "select from stay_event where stay = 'fremmed'", nobody],
  ['stay_event', event('holdt', 'extend'), professionals],
  ['stay_event', event('holdt', 'admit'), itsLeaders],
  ['stay_event', event('holdt', 'expire'), nobody],
  ['stay_event', event('fremmed', 'extend'), nobody],
  ...[forger, promoted, borrowed].flatMap((writer) => [
    ['stay_event', event('holdt', 'extend', writer), nobody] as const,
    ['stay_event', event('holdt', 'admit', writer), nobody] as const,
  ]),
  ['stay_event', told(event('holdt', 'expire', "'samlob', :role, :organisation")), everyone],
  ['stay_event', event('holdt', 'expire', "'samlob', :role, :organisation"), nobody],

  ['stay_refusal_words', "select from stay_refusal_words where stay = 'afvist'", readWords],
  ['stay_refusal_words', told("select from stay_refusal_words where stay = 'afvist'"), readWords],
  ['stay_refusal_words', "select from stay_refusal_words where stay = 'rejst'", nobody],
  ['stay_refusal_words', told("select from stay_refusal_words where stay = 'rejst'"), nobody],
  ['stay_refusal_words', `${event('holdt', 'refuse')}; select from stay_refusal_words where stay = 'holdt'`, nobody],
  ['stay_refusal_words', `${refusal}; select from stay_refusal_words where stay = 'holdt'`, itsLeaders],
  ['stay_refusal_words', "insert into stay_refusal_words values ('afvist', 1, 'x')", nobody],
  ['stay_refusal_words', "update stay_refusal_words set words = 'x'", nobody],
  ['stay_refusal_words', 'delete from stay_refusal_words', nobody],
  [
    'stay_event',
    "select from stay_event where data ->> 'reason' = 'staffing' and stay = 'afvist'",
    [...teamAndHer, 'unit-leader, not in the team'],
  ],
  ['stay_event', "select from stay_event where data ? 'text'", nobody],
  ['stay_event', `${refusal}; select from stay_event where data ? 'text'`, nobody],

  ['supply_event', counting("select from supply_event where unit = 'fjern'"), whoSeeksOrOversees],
  ['counted_fact', "select from counted_fact where case_id = 'hendes'", team],
  ['counted_fact', "select from counted_fact where case_id = 'fremmed'", nobody],
  ['counted_fact', told("select from counted_fact where case_id = 'hendes'"), everyone],
  ['counted_fact', told("select from counted_fact where case_id = 'fremmed'"), nobody],
  ['counted_fact', counting("select from counted_fact where case_id = 'fremmed'"), whoSeeksOrOversees],
  ['counted_fact', counted('hendes'), team],
  ['counted_fact', counted('fremmed'), nobody],
  ['counted_fact', counting(counted('fremmed')), nobody],
  ['counted_fact', told(counted('hendes')), everyone],
  ['counted_fact', withdrawn('hendes'), team],
  ['counted_fact', withdrawn('fremmed'), nobody],
  ['counted_fact', counting(withdrawn('fremmed')), nobody],
  ['counted_fact', told(withdrawn('hendes')), everyone],
  ['counted_fact', "update counted_fact set happened = '2026-11-22'", nobody],
  ['counted_fact', 'delete from counted_fact', nobody],
  ['figure_change', 'select from figure_change', nobody],
  ['figure_change', counting('select from figure_change'), whoSeeksOrOversees],
  ['figure_change', "insert into figure_change values ('x', '1', 2026, '', '', 1, 1, '2026-11-22')", nobody],
  ['figure_change', counting("insert into figure_change values ('x', '1', 2026, '', '', 1, 1, '2026-11-22')"), whoSeeksOrOversees],
  ['figure_change', 'update figure_change set cases = 2', nobody],
  ['figure_span', 'select from figure_span', nobody],
  ['figure_span', counting('select from figure_span'), whoSeeksOrOversees],
  ['figure_span', "insert into figure_span values ('month', '2026-11-01', 'x', '1', 2026, '', '', 1, 1)", nobody],
  ['figure_span', counting("insert into figure_span values ('month', '2026-11-01', 'x', '1', 2026, '', '', 1, 1)"), whoSeeksOrOversees],
  ['figure_span', counting('update figure_span set cases = 2'), nobody],
  ['figure_span', counting('delete from figure_span'), nobody],
  ['pathway_fold', 'select from pathway_fold', nobody],
  ['pathway_fold', "insert into pathway_fold (edition) values ('x')", nobody],
  ['figure_fold', 'select from figure_fold', everyone],
  ['figure_fold', "update figure_fold set folded_to = '2030-01-01'", nobody],
  ['figure_fold', "select fold_figures('2030-01-01')", nobody],
  ['figure_kept', 'select from figure_kept', everyone],
  ['figure_kept', "insert into figure_kept values ('x', '1')", nobody],
  ['value_set', 'select from value_set', everyone],
  ['value_set', codes(), elsewhere('agency')],
  ...[forger, promoted, borrowed].map((writer) => ['value_set', codes(writer), nobody] as const),
  ['value_set', "update value_set set codes = '{}'", nobody],

  ['call', 'select from call', everyone],
  ['call_answered', 'select from call_answered', everyone],
  ['call', "update call set status = 'closed' where id = 'udmelding'", elsewhere('secretariat', 'approver', 'agency')],
  ['call', "update call set last_sequence = 3 where id = 'udmelding'", elsewhere('care-decider', 'secretariat', 'approver', 'agency')],
  ['call', "update call set reported_on = '2026-11-22' where id = 'udmelding'", elsewhere('secretariat', 'approver', 'agency')],
  ['call', "insert into call (id, status, last_sequence) values ('ny', 'issued', 0)", nobody],
  [
    'call_answer',
    "select from call_answer where municipality = '0851'",
    ['care-decider', 'family-department', 'substance-treatment', 'secretariat', ...elsewhere('agency', 'operator')],
  ],
  ['call_answer', "select from call_answer where municipality = '0101'", elsewhere('agency', 'operator')],
  [
    'call_answer',
    compiling("select from call_answer where municipality = '0101'"),
    elsewhere(
      'care-decider',
      'family-department',
      'substance-treatment',
      'secretariat',
      'approver',
      'supervision',
      'agency',
      'planner',
      'operator',
    ),
  ],
  ['call_answer', answer('0860', 'nordjylland', 'endelig'), nobody],
  ['call_answer', "update call_answer set version = 2 where call = 'endelig'", nobody],
  ['call_answer', answer('0851', 'nordjylland'), ['care-decider', 'secretariat']],
  ['call_answer', answer('0101', 'hovedstaden'), nobody],
  ['call_answer', "update call_answer set version = 2 where municipality = '0851'", ['care-decider', 'secretariat']],
  ['call_answer', "update call_answer set version = 2 where municipality = '0101'", nobody],
  ['call_answer', "update call_answer set region = 'nordjylland'", nobody],
  ['call_fact', 'select from call_fact where sequence = 1', everyone],
  [
    'call_fact',
    'select from call_fact where sequence = 2',
    ['care-decider', 'family-department', 'substance-treatment', 'secretariat', ...elsewhere('agency', 'operator')],
  ],
  ['call_fact', callFact('answered', "'0851', 'nordjylland'"), ['care-decider', 'secretariat']],
  ['call_fact', callFact('answered', "'0101', 'hovedstaden'"), nobody],
  ['call_fact', callFact('answered', 'null, null'), nobody],
  ['call_fact', callFact('status-changed', 'null, null'), elsewhere('secretariat', 'approver', 'agency')],
  ['call_fact', callFact('status-changed', "'0851', 'nordjylland'"), nobody],
  ['call_fact', callFact('step-asked-for', "null, 'nordjylland'"), ['secretariat']],
  ['call_fact', callFact('step-asked-for', "null, 'syddanmark'"), ['secretariat elsewhere']],
  ['call_fact', callFact('step-asked-for', "'0851', 'nordjylland'"), nobody],
  ['call_fact', callFact('noget-andet', 'null, null'), nobody],
  ...[forger, promoted, borrowed].map((writer) => ['call_fact', callFact('status-changed', 'null, null', writer), nobody] as const),
  ...waitingRules({ everyone, professionals, itsLeaders, team, teamAndHer, elsewhere, told }),
  ...planningRules,
  ...listRules,
  ...documentRules(everyone),
  ...facilityRules,
];

const { applicationConfig, ownerConfig } = await testDatabase();
const owner = new pg.Client(ownerConfig);
const application = new pg.Client(applicationConfig);
await owner.connect();
await application.connect();
await owner.query(world);
await owner.query(waitingWorld);
await owner.query(planningWorld);
await owner.query(listWorld);
await owner.query(documentWorld);
await owner.query(facilityWorld);
beforeAll(() => application.query('begin'));
afterAll(async () => {
  await application.end();
  await owner.end();
});

const ordered = (names: readonly Asker[]): readonly Asker[] => everyone.filter((name) => names.includes(name));

describe('in the database itself', () => {
  test.each(rules.map(([table, statement, who]) => [table, statement.replaceAll(/\s+/g, ' '), who] as const))(
    '%s: «%s» is done by those who may and by nobody else',
    async (_table, statement, who) => {
      expect(await whoMay(application, statement)).toEqual(ordered(who));
    },
  );

  test('every table and view is asked about', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'p', 'm') order by 1`,
    );
    expect(rows.map(({ name }) => name).filter((name) => !rules.some(([table]) => table === name))).toEqual([]);
  });

  test('nothing is ever deleted by the application', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
          and has_table_privilege('samlob_app', oid, 'delete, truncate, references, trigger')`,
    );
    expect(rows).toEqual([]);
  });
});

/** Sets the day of the database within a transaction that is rolled back. */
async function onDay(today: string): Promise<void> {
  await owner.query(`create or replace function danish_today() returns date language sql stable as $$ select '${today}'::date $$`);
}

test.each(['2026-12-31', '2027-01-01'])('on %s a region answers for another in the database as in the domain', async (today) => {
  await owner.query('begin');
  try {
    await onDay(today);
    for (const own of [...regionIds, ''])
      for (const region of regionIds) {
        await owner.query("select set_config('app.region', $1, true)", [own]);
        const { rows } = await owner.query('select speaks_for_region($1) as speaks', [region]);
        expect(rows, `${own} for ${region}`).toEqual([{ speaks: speaksFor(own, region, day(today)) }]);
      }
  } finally {
    await owner.query('rollback');
  }
});

test('the day of the database is the Danish one', async () => {
  const { rows } = await owner.query<{ now: Date; today: string }>('select now(), danish_today()::text as today');
  expect(rows.map(({ now, today }) => [danishDay(moment(now.toISOString())), today])).toEqual(rows.map(({ today }) => [today, today]));
});

test.each(['hovedstaden', 'sjaelland', 'nordjylland'])(
  'from 2027 a cell that was opened in %s, and the reasons of its place, are read by the secretariat of the east where its region is one of the two it is made of',
  async (place) => {
    await owner.query('begin');
    try {
      await owner.query("insert into release_job_cell values ('arbejde-2', $1, '{}')", [place]);
      await owner.query(`delete from release_preview_reason; ${preview('arbejde-2')}`);
      await owner.query("insert into release_preview_reason values ('arbejde-2', $1, '[]')", [place]);
      await onDay('2027-01-01');
      await owner.query("set local role samlob_app; set local app.role = 'secretariat'; set local app.region = 'oestdanmark'");
      const { rows } = await owner.query('select job from release_job_cell');
      const reasons = await owner.query('select job from release_preview_reason');
      expect([rows, reasons.rows]).toEqual(place === 'nordjylland' ? [[], []] : [[{ job: 'arbejde-2' }], [{ job: 'arbejde-2' }]]);
    } finally {
      await owner.query('rollback');
    }
  },
);

test('a stay comes after one of her own pathway and of no other', async () => {
  await owner.query('begin');
  try {
    await owner.query("update stay set transfer_from = 'inde' where id = 'holdt'");
    await expect(owner.query("update stay set transfer_from = 'fremmed' where id = 'holdt'")).rejects.toThrow(
      /a_transfer_is_from_her_own_stay/,
    );
  } finally {
    await owner.query('rollback');
  }
});

/** Policies that say `true` for a reason: everyone may read a unit, and that a call is there. */
const { rows: policies } = await owner.query<{ policyname: string; tablename: string; cmd: string }>(
  `select policyname, tablename, cmd from pg_policies where schemaname = 'public' and (qual is distinct from 'true') order by 1`,
);

test.each(policies)('the table above notices when «$policyname» lets everyone through', async ({ policyname, tablename, cmd }) => {
  const open = cmd === 'INSERT' ? 'with check (true)' : cmd === 'SELECT' ? 'using (true)' : 'using (true) with check (true)';
  await owner.query(`begin; alter policy ${policyname} on ${tablename} ${open}; set local role samlob_app`);
  try {
    let noticed = false;
    for (const [, statement, who] of rules.filter(([table]) => table === tablename))
      noticed ||= (await whoMay(owner, statement)).length !== who.length;
    expect(noticed).toBe(true);
  } finally {
    await owner.query('rollback');
  }
});
