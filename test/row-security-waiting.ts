/** The waiting list in the world of `row-security.ts`, and what each may do with it in the database itself. */
import type { Asker } from './row-security.ts';

/** A request of Maja's that waits, one of strangers', an offer, a line of the log and a place that was held past somebody. */
export const waitingWorld = `
  insert into pathway (id, opened_by, person, called_name, phase, last_sequence, state) values ('hendes-tredje', 'holdet', 'maja', 'Maja', 'offering', 1, '{}');
  insert into care_team_member (pathway, organisation, task, joined) values ('hendes-tredje', 'holdet', 'opgave', '2026-11-01');
  insert into placement_request (id, pathway, called_name, municipality, wish, needs, party, earliest, nights, status, closed, urgency, asked_at, asked_by,
      asked_by_name, asked_for, asked_for_name, request_key)
    select 'oenske-' || id, id, called_name, '0851', 1, '[]', '{}', '2026-12-01', 30, 'waiting', '[]', '{}', now(), 'nogen', 'Nogen', 'holdet', 'Holdet', '1'
      from pathway where id in ('hendes', 'hendes-tredje', 'fremmed');
  insert into pathway (id, opened_by, person, called_name, phase, last_sequence, state) values ('tilbudt', 'holdet', 'maja', 'Maja', 'offering', 1, '{}');
  insert into care_team_member (pathway, organisation, task, joined) values ('tilbudt', 'holdet', 'opgave', '2026-11-01');
  insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, needs, held_by, held_by_name, held_for, held_for_name, request_key)
    values ('tilbudt', 'tilbudt', 'Maja', 'lyng', '2027-12-01', '2027-12-30', 'held', now(), '[]', 'samlob', 'S', 'samlob', 'S', 'x');
  insert into stay_part (stay, unit, status, place, arrival, departure)
    select 'tilbudt', unit, 'held', id, '2027-12-01', '2027-12-30' from place where unit = 'lyng' limit 1;
  insert into placement_request_unit select 'oenske-' || id, 1, 1, 'lyng' from pathway where id in ('hendes', 'fremmed');
  insert into placement_request_event (request, sequence, act, text, recorded, by_user, by_name, capacity, organisation, organisation_name)
    select id, 1, 'ask', '', now(), 'nogen', 'Nogen', 'care-decider', 'holdet', 'Holdet' from placement_request;
  insert into placement_request_event (request, sequence, act, unit, reason, text, recorded, by_user, by_name, capacity, organisation, organisation_name)
    select id, 2, 'refuse', 'lyng', 'staffing', 'ingen nattevagt', now(), 'x', 'X', 'unit-leader', 'x', 'X' from placement_request;
  insert into placement_offer (stay, request, unit, offered, answer_by, status) values
    ('holdt', 'oenske-hendes', 'lyng', now(), now(), 'open'), ('fremmed', 'oenske-fremmed', 'fjern', now(), now(), 'open');
  insert into her_needs (pathway, needs, recorded, by_user, by_name, capacity, organisation, organisation_name)
    select id, '[]', now(), 'nogen', 'Nogen', 'care-decider', 'holdet', 'Holdet' from pathway where id in ('hendes', 'fremmed');
  insert into urgency_change select id, 1, '2026-11-01', now(), 'x', 1, '[]', '[]', '{}' from placement_request;
  insert into overtaking (stay, pathway, unit, waiting, text, recorded, by_user, by_name, capacity, organisation, organisation_name) values
    ('holdt', 'hendes', 'lyng', 1, '', now(), 'nogen', 'Nogen', 'care-decider', 'holdet', 'Holdet'),
    ('fremmed', 'fremmed', 'fjern', 1, '', now(), 'x', 'X', 'care-decider', 'fremmede', 'F');
`;

type Groups = {
  readonly everyone: readonly Asker[];
  readonly professionals: readonly Asker[];
  readonly itsLeaders: readonly Asker[];
  readonly team: readonly Asker[];
  readonly teamAndHer: readonly Asker[];
  readonly elsewhere: (...names: readonly Asker[]) => readonly Asker[];
  readonly told: (statement: string) => string;
};

type Rule = readonly [table: string, statement: string, who: readonly Asker[]];

export function waitingRules({ everyone, professionals, itsLeaders, team, teamAndHer, elsewhere, told }: Groups): readonly Rule[] {
  const nobody: readonly Asker[] = [];
  const confirmers: readonly Asker[] = ['care-decider', 'family-department', 'substance-treatment'];
  const writers = [":user, :role, 'fremmede'", ":user, 'kejser', :organisation", "'en-anden-bruger', :role, :organisation"];
  const request = (pathway: string, asker = ':user, :organisation', status = 'waiting'): string => {
    const [user, organisation] = asker.split(', ');
    return `insert into placement_request (id, pathway, called_name, wish, needs, party, earliest, nights, status, closed, urgency, asked_at, asked_by,
        asked_by_name, asked_for, asked_for_name, request_key)
      values ('ny', '${pathway}', 'M', 1, '[]', '{}', '2026-12-01', 30, '${status}', '[]', '{}', now(), ${user}, 'N', ${organisation}, 'O', 'ny')`;
  };
  const event = (of: string, act: string, writer = ':user, :role, :organisation', unit = 'lyng'): string => {
    const [user, role, organisation] = writer.split(', ');
    return `insert into placement_request_event (request, sequence, act, unit, text, recorded, by_user, by_name, capacity, organisation, organisation_name)
      values ('oenske-${of}', 9, '${act}', '${unit}', '', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
  };
  const bySystem = "'samlob', :role, :organisation";
  const offer = (of: string, status = 'open'): string =>
    `insert into placement_offer (stay, request, unit, offered, answer_by, status, answered)
     values ('inde', 'oenske-${of}', 'lyng', now(), now(), '${status}', ${status === 'open' ? 'null' : 'now()'})`;
  const line = (of: string): string =>
    `insert into urgency_change values ('oenske-${of}', 2, '2026-11-02', now(), 'x', 1, '[]', '[]', '{}')`;
  const passing = (stay: string, pathway: string, writer = ':user, :role, :organisation'): string => {
    const [user, role, organisation] = writer.split(', ');
    return `insert into overtaking (stay, pathway, unit, waiting, text, recorded, by_user, by_name, capacity, organisation, organisation_name)
      values ('${stay}', '${pathway}', 'lyng', 1, '', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
  };
  const listStay = (pathway: string, holder = "'samlob', 'samlob'"): string => {
    const [user, organisation] = holder.split(', ');
    return `insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, needs, held_by, held_by_name, held_for,
        held_for_name, request_key)
      values ('ny', '${pathway}', 'M', 'lyng', '2026-12-01', '2026-12-30', 'held', now(), '[]', ${user}, 'N', ${organisation}, 'O', 'ny')`;
  };
  const fact = `insert into pathway_fact (pathway, sequence, happened, recorded, by_user, by_name, capacity, organisation, organisation_name, type, data)
    values ('hendes', 9, '2026-11-22', now(), 'samlob', 'N', :role, :organisation, 'O', 'place-held', '{}')`;
  const ordering = (statement: string): string => `select set_config('app.telling', 'the list', true); ${statement}`;
  const reports = elsewhere('secretariat', 'agency', 'operator');
  const needs = (pathway: string, writer = ':user, :role, :organisation'): string => {
    const [user, role, organisation] = writer.split(', ');
    return `insert into her_needs (pathway, needs, recorded, by_user, by_name, capacity, organisation, organisation_name)
      values ('${pathway}', '[]', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
  };
  return [
    ['her_needs', "select from her_needs where pathway = 'hendes'", teamAndHer],
    ['her_needs', "select from her_needs where pathway = 'fremmed'", nobody],
    ['her_needs', needs('hendes'), professionals],
    ['her_needs', needs('fremmed'), nobody],
    ['her_needs', "update her_needs set needs = '[]' where pathway = 'hendes'", nobody],
    ...writers.map((writer): Rule => ['her_needs', needs('hendes', writer), nobody]),

    ['placement_request', "select from placement_request where id = 'oenske-hendes'", teamAndHer],
    ['placement_request', "select from placement_request where id = 'oenske-fremmed'", nobody],
    ['placement_request', told("select from placement_request where id = 'oenske-hendes'"), everyone],
    ['placement_request', request('hendes-andet'), professionals],
    ['placement_request', request('fremmed-andet'), nobody],
    ['placement_request', request('hendes-andet', "'en-anden-bruger', :organisation"), nobody],
    ['placement_request', request('hendes-andet', ":user, 'fremmede'"), nobody],
    ['placement_request', request('hendes-andet', ':user, :organisation', 'ended'), nobody],
    ['placement_request', "update placement_request set status = 'withdrawn' where id = 'oenske-hendes'", professionals],
    ['placement_request', "update placement_request set urgency = '{}' where id = 'oenske-hendes'", professionals],
    ['placement_request', "update placement_request set status = 'ended' where id = 'oenske-hendes'", nobody],
    ['placement_request', "update placement_request set status = 'ended' where id = 'oenske-fremmed'", nobody],
    ['placement_request', told("update placement_request set status = 'ended' where id = 'oenske-hendes'"), everyone],
    ['placement_request', "update placement_request set asked_at = now() where id = 'oenske-hendes'", nobody],

    ['placement_request_unit', "select from placement_request_unit where request = 'oenske-hendes'", teamAndHer],
    ['placement_request_unit', "select from placement_request_unit where request = 'oenske-fremmed'", nobody],
    ['placement_request_unit', "insert into placement_request_unit values ('oenske-hendes', 2, 1, 'fjern')", professionals],
    ['placement_request_unit', "insert into placement_request_unit values ('oenske-fremmed', 2, 1, 'fjern')", nobody],

    ['placement_request_event', "select from placement_request_event where request = 'oenske-hendes'", teamAndHer],
    ['placement_request_event', "select from placement_request_event where request = 'oenske-fremmed'", nobody],
    ['request_refusal_words', "select from request_refusal_words where request = 'oenske-hendes'", confirmers],
    ['request_refusal_words', told("select from request_refusal_words where request = 'oenske-hendes'"), confirmers],
    ['request_refusal_words', "select from request_refusal_words where request = 'oenske-fremmed'", nobody],
    ['request_refusal_words', told("select from request_refusal_words where request = 'oenske-fremmed'"), nobody],
    ['request_refusal_words', "insert into request_refusal_words values ('oenske-hendes', 1, 'x')", nobody],
    ['request_refusal_words', "update request_refusal_words set words = 'x'", nobody],
    ['request_refusal_words', 'delete from request_refusal_words', nobody],
    ['placement_request_event', "select from placement_request_event where act = 'refuse' and text <> ''", nobody],
    ['placement_request_event', event('hendes', 'decline'), professionals],
    ['placement_request_event', event('fremmed', 'decline'), nobody],
    ['placement_request_event', event('hendes', 'offer', bySystem), nobody],
    ['placement_request_event', told(event('hendes', 'offer', bySystem)), everyone],
    ...['end', 'lose', 'hold'].flatMap((act): readonly Rule[] => [
      ['placement_request_event', event('hendes', act), nobody],
      ['placement_request_event', event('hendes', act, bySystem), nobody],
      ['placement_request_event', told(event('hendes', act, bySystem)), everyone],
    ]),
    ['placement_request_event', event('hendes', 'offer'), nobody],
    ['placement_request_event', event('hendes', 'refuse'), nobody],
    ['placement_request_event', told(event('hendes', 'refuse')), itsLeaders],
    ['placement_request_event', told(event('hendes', 'refuse', ':user, :role, :organisation', 'fjern')), nobody],
    ['placement_request_event', told(event('hendes', 'accept', bySystem)), nobody],
    ['placement_request_event', told(event('hendes', 'end')), everyone],
    ...writers.map((writer): Rule => ['placement_request_event', event('hendes', 'decline', writer), nobody]),

    ['placement_offer', "select from placement_offer where stay = 'holdt'", [...teamAndHer, 'unit-leader, not in the team']],
    ['placement_offer', "select from placement_offer where stay = 'fremmed'", nobody],
    ['placement_offer', offer('hendes-tredje'), nobody],
    ['placement_offer', `select set_config('app.telling', 'hendes-tredje', true); ${offer('hendes-tredje')}`, everyone],
    ['placement_offer', `select set_config('app.telling', 'hendes-tredje', true); ${offer('hendes-tredje', 'accepted')}`, nobody],
    ['placement_offer', "update placement_offer set status = 'passed', answered = now() where stay = 'holdt'", professionals],
    ['placement_offer', "update placement_offer set status = 'refused', answered = now() where stay = 'holdt'", nobody],
    ['placement_offer', told("update placement_offer set status = 'refused', answered = now() where stay = 'holdt'"), everyone],
    ['placement_offer', "update placement_offer set status = 'open', answered = null where stay = 'holdt'", nobody],
    ['placement_offer', "update placement_offer set status = 'passed', answered = now() where stay = 'fremmed'", nobody],

    ['urgency_change', "select from urgency_change where request = 'oenske-hendes'", teamAndHer],
    ['urgency_change', "select from urgency_change where request = 'oenske-fremmed'", nobody],
    ['urgency_change', line('hendes'), professionals],
    ['urgency_change', told(line('hendes')), everyone],
    ['urgency_change', line('fremmed'), nobody],
    ['urgency_change', 'update urgency_change set score = 1000', nobody],

    ['overtaking', "select from overtaking where stay = 'holdt'", team],
    ['overtaking', "select from overtaking where stay = 'fremmed'", nobody],
    ['overtaking', passing('inde', 'hendes'), professionals],
    ['overtaking', passing('inde', 'fremmed'), nobody],
    ...writers.map((writer): Rule => ['overtaking', passing('inde', 'hendes', writer), nobody]),

    // The list holds in nobody's name, while her pathway is told and only where she waits.
    ['stay', `select set_config('app.telling', 'hendes-tredje', true); ${listStay('hendes-tredje')}`, everyone],
    ['stay', `select set_config('app.telling', 'hendes-andet', true); ${listStay('hendes-andet')}`, nobody],
    ['stay', listStay('hendes-tredje'), nobody],
    ['stay', told(listStay('fremmed')), nobody],
    [
      'stay_event',
      told(`insert into stay_event (stay, sequence, act, status, happened, by_user, by_name, capacity, organisation, organisation_name, data)
      values ('holdt', 9, 'hold', 'held', '2026-11-22', 'samlob', 'N', :role, :organisation, 'O', '{}')`),
      everyone,
    ],
    [
      'stay_event',
      `insert into stay_event (stay, sequence, act, status, happened, by_user, by_name, capacity, organisation, organisation_name, data)
      values ('holdt', 9, 'hold', 'held', '2026-11-22', 'samlob', 'N', :role, :organisation, 'O', '{}')`,
      nobody,
    ],

    ['pathway_fact', told(fact), everyone],
    ['pathway_fact', fact, nobody],

    // The list without names, a unit's own, and what reports count.
    ['placement_request', 'select from waiting_requests()', nobody],
    ['placement_request', ordering('select from waiting_requests()'), everyone],
    ['placement_request', "select from waiting_request('oenske-hendes')", nobody],
    ['placement_request', ordering("select from waiting_request('oenske-hendes')"), everyone],
    ['placement_request', "select from waiting_at('lyng')", itsLeaders],
    ['placement_request', 'select from counted_requests_reached()', reports],
    ['placement_offer', 'select from counted_offers()', reports],
    ['overtaking', 'select from counted_overtakings()', reports],
    ['placement_request', 'select from active_requests()', nobody],
    // One who has a place already is offered no other.
    ['placement_request', ordering("select from take_request('oenske-hendes')"), nobody],
    ['placement_request', ordering("select from take_request('oenske-hendes-tredje')"), everyone],
    ['placement_request', "select from take_request('oenske-hendes-tredje')", nobody],
    ['placement_request', told("select from take_request('oenske-hendes-tredje')"), nobody],
    // What the list holds is taken over in one's own name by her team alone; what somebody else holds, by nobody.
    ['stay', "select where take_over_hold('tilbudt', 'N', 'O')", professionals],
    ['stay', "select set_config('app.telling', 'tilbudt', true); select where let_go_for_the_list('tilbudt')", everyone],
    ['stay', "select where let_go_for_the_list('tilbudt')", nobody],
    ['stay', told("select where let_go_for_the_list('holdt')"), nobody],
    ['stay', "select where take_over_hold('holdt', 'N', 'O')", nobody],
    ['stay', "select where take_over_hold('fremmed', 'N', 'O')", nobody],
    ['stay', "update stay set held_by = 'en-anden-bruger' where id = 'holdt'", nobody],
  ];
}
