/** A filled database and one person for each role on each side of it, to ask in plain SQL what each may do. */
import pg from 'pg';
import { asId } from '../src/domain/id.ts';
import { nightsFrom } from '../src/domain/placement/nights.ts';
import { type Day, day } from '../src/domain/time.ts';
import { type Actor, type Role, roles } from '../src/domain/trail.ts';
import { testActor } from './actors.ts';

/** Who asks: a role of the organisation that takes part and of its municipality, region and facility; or the same role from elsewhere. */
export type Asker = Role | `${Role} elsewhere` | 'unit-leader, not in the team' | 'unit-leader, in the team, of another facility';

const here = { id: asId<'organisation'>('holdet'), facility: asId<'facility'>('lyngborg') };
const away = {
  id: asId<'organisation'>('en-anden'),
  municipality: asId<'municipality'>('0461'),
  region: asId<'region'>('syddanmark'),
  facility: asId<'facility'>('andet'),
};

export const askers: ReadonlyMap<Asker, Actor> = new Map<Asker, Actor>([
  ...roles.map((role): [Asker, Actor] => [role, testActor(role, { ...here, ...(role === 'woman' ? { person: 'maja' } : {}) })]),
  ...roles.map((role): [Asker, Actor] => [
    `${role} elsewhere`,
    testActor(role, { ...away, ...(role === 'woman' ? { person: 'anna' } : {}) }),
  ]),
  ['unit-leader, not in the team', testActor('unit-leader', { ...here, id: away.id })],
  ['unit-leader, in the team, of another facility', testActor('unit-leader', { ...here, facility: away.facility })],
]);

const arrival: Day = day('2026-12-01');
const { departure } = nightsFrom(arrival, 30);

/**
 * Maja's pathway with a held stay, another of the same team, one that is only opened, and one of strangers; a stay that has begun; a call with
 * three answers; a session, a line of the trace. Run as the owner of the tables.
 */
export const world = `
  insert into organisation (id, name, kind) values ('holdet', 'Holdet', 'municipality'), ('en-anden', 'En anden', 'municipality'),
    ('fremmede', 'Fremmede', 'municipality');
  insert into organisation (id, name, kind, facility) values ('tilbud', 'Et tilbud', 'facility', 'andet');
  insert into person (id, name) values ('maja', 'Maja (opdigtet)'), ('anna', 'Anna (opdigtet)');
  update person set cpr = '6106954002' where id = 'anna';
  insert into app_user (id, name, role, organisation) values ('nogen', 'Nogen', 'care-decider', 'holdet');
  insert into session (digest, app_user, opened, expires) values ('aftryk', 'nogen', now(), now() + interval '1 hour');
  insert into setting (name, value) values ('indstilling', 'værdi');
  insert into release (matter, method, edition, terms, digest, dimensions, cells, recorded, by_user, by_name, capacity, organisation,
    organisation_name) values ('sag', 'rounding', 'x', '{}', 'aftryk', '[]', '[]', now(), 'nogen', 'Nogen', 'agency', 'holdet', 'Holdet');
  insert into analysis values ('analyse', 'T', 'x', 'x', 1, 1, '[]', '[]', '{}', now(), 'nogen', 'Nogen', 'agency', 'holdet');
  insert into pathway (id, opened_by, person, called_name, phase, last_sequence, state) values
    ('hendes', 'holdet', 'maja', 'Maja', 'offering', 1, '{}'), ('hendes-andet', 'holdet', 'maja', 'Maja', 'offering', 1, '{}'),
    ('aabnet', 'holdet', null, 'Ny', 'offering', 1, '{}'), ('fremmed', 'fremmede', null, 'Fremmed', 'offering', 1, '{}'),
    ('fremmed-andet', 'fremmede', null, 'Fremmed', 'offering', 1, '{}');
  insert into care_team_member (pathway, organisation, task, joined) values
    ('hendes', 'holdet', 'opgave', '2026-11-01'), ('hendes-andet', 'holdet', 'opgave', '2026-11-01'), ('hendes', 'tilbud', 'Døgnbehandling', '2026-11-01'), ('fremmed', 'fremmede', 'opgave', '2026-11-01');
  insert into pathway_fact (pathway, sequence, happened, recorded, by_user, by_name, capacity, organisation, organisation_name, type, data)
    select id, 1, '2026-11-01', now(), 'nogen', 'Nogen', 'care-decider', opened_by, 'Holdet', 'event', '{}' from pathway;
  insert into pathway_fact (pathway, sequence, happened, recorded, by_user, by_name, capacity, organisation, organisation_name, type, data) values
    ('hendes', 2, '2026-11-01', now(), 'nogen', 'Nogen', 'care-decider', 'holdet', 'Holdet', 'place-held', '{}'),
    ('fremmed', 2, '2026-11-01', now(), 'nogen', 'Nogen', 'care-decider', 'fremmede', 'F', 'place-held', '{}');
  insert into her_yes_reason values ('hendes', 2, 'other', 'ord'), ('fremmed', 2, 'other', 'ord');
  insert into facility values ('lyngborg', 'Lyngborg', 'region', 'Region Nordjylland', 'nordjylland', '0851', 'Aalborg', 9.92, 57.04),
    ('andet', 'Andet', 'region', 'Region Syddanmark', 'syddanmark', '0461', 'Odense', 10.38, 55.4),
    ('fjernt', 'Fjernt', 'region', 'Region Syddanmark', 'syddanmark', '0461', 'Odense', 10.38, 55.4);
  insert into unit (id, facility, name) values ('lyng', 'lyngborg', 'Lyng'), ('fjern', 'fjernt', 'Fjern'), ('anden', 'andet', 'Anden');
  insert into unit (id, facility, name) values ('lav', 'lyngborg', 'Lav');
  insert into unit_contact values ('lyng', 'Kontakt', 'k@lyng.invalid'), ('fjern', 'Kontakt', 'k@fjern.invalid');
  insert into capacity_nudge (unit, sent_to, address, digest, expires, rule) values
    ('lyng', 'Kontakt', 'k@lyng.invalid', 'link', now() + interval '1 day', 'x'), ('fjern', 'Kontakt', 'k@fjern.invalid', 'fjernt-link', now() + interval '1 day', 'x');
  insert into reminder_message (nudge, unit, to_name, address, subject, body, expires)
    select number, unit, sent_to, address, 'S', 'T', expires from capacity_nudge;
  insert into capacity_nudge (unit, sent_to, address, digest, expires, rule) values
    ('lyng', 'Kontakt', 'k@lyng.invalid', 'endnu-et-link', now() + interval '1 day', 'x');
  insert into capacity_confirmation (unit, at, by_name, channel) values ('lyng', '2026-11-01', 'Leder', 'loaded'), ('fjern', '2026-11-01', 'Leder', 'loaded');
  insert into room values ('rum', 'lyng', 'Rum'), ('rum-fjern', 'fjern', 'Rum'), ('rum-anden', 'anden', 'Rum');
  insert into place values ('a', 'rum', 'lyng', 'A'), ('b', 'rum', 'lyng', 'B'), ('c', 'rum', 'lyng', 'C'), ('f', 'rum-fjern', 'fjern', 'F'), ('g', 'rum-anden', 'anden', 'G');
  insert into unit_open values ('lyng', '2020-01-01');
  insert into place_property values ('a', 'partner');
  insert into closure (unit, from_day, reason) values ('lyng', '2030-01-01', 'maling');
  insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, needs, held_by, held_by_name, held_for,
                    held_for_name, request_key, legal_basis, paid_by) values
    ('holdt', 'hendes', 'Maja', 'lyng', '${arrival}', '${departure}', 'held', now() + interval '1 hour', '[]', 'nogen', 'Nogen', 'holdet', 'Holdet', '1', 'x', 'y'),
    ('inde', 'hendes', 'Maja', 'lyng', '${arrival}', '${departure}', 'admitted', null, '[]', 'nogen', 'Nogen', 'holdet', 'Holdet', '2', null, null),
    ('fremmed', 'fremmed', 'Fremmed', 'fjern', '${arrival}', '${departure}', 'held', now() + interval '1 hour', '[]', 'x', 'X', 'fremmede', 'F', '3', 'x', 'y'),
    ('gaaet', 'hendes', 'Maja', 'lyng', '2025-03-01', '2025-04-01', 'discharged', null, '[]', 'x', 'X', 'holdet', 'H', '5', null, null),
    ('afvist', 'hendes', 'Maja', 'lyng', '2025-03-01', '2025-04-01', 'refused', null, '[]', 'x', 'X', 'holdet', 'H', '6', null, null),
    ('ventet', 'fremmed-andet', 'Fremmed', 'lyng', '2099-03-01', '2099-04-01', 'confirmed', null, '[]', 'x', 'X', 'fremmede', 'F', '7', 'x', 'y'),
    ('rejst', 'fremmed', 'Fremmed', 'fjern', '2025-03-01', '2025-04-01', 'discharged', null, '[]', 'x', 'X', 'fremmede', 'F', '4', 'x', 'y');
  insert into stay_part (stay, unit, status, place, arrival, departure)
    select id, unit, status, case when unit = 'fjern' then 'f' when id = 'inde' then 'b' else 'a' end, arrival, departure from stay;
  create function receive_inde() returns void language sql security definer as $$
    insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, held_by, held_by_name, held_for, held_for_name,
                      request_key, transfer_from)
      values ('modtaget', 'hendes', 'Maja', 'anden', '2026-12-09', '2026-12-20', 'admitted', '[]', 'x', 'X', 'holdet', 'Holdet', '9', 'inde') $$;
  insert into facility_telephone (facility, sequence, telephone, by_user, by_name, capacity, organisation, organisation_name)
    values ('lyngborg', 1, '00 00 01 01', 'nogen', 'Nogen', 'unit-leader', 'holdet', 'Holdet');
  insert into municipality_telephone (municipality, sequence, telephone, by_user, by_name, capacity, organisation, organisation_name)
    values ('0851', 1, '00 00 03 01', 'nogen', 'Nogen', 'coordinator', 'holdet', 'Holdet');
  insert into stay_leave values ('inde', '2026-12-05', '2026-12-07', 'home', '');
  insert into unit_staffing values ('lyng', '2026-01-01', null, 3);
  insert into unit_admission values ('lyng', null, null, true, null, null);
  insert into place_flexible values ('a', 7, 14);
  insert into place_opened values ('a', '2026-01-01', null);
  insert into supply_event (unit, sequence, type, by_user, by_name, capacity, organisation, organisation_name, change)
    select id, 1, 'registered', 'samlob', 'Samløb', 'operator', 'samlob', 'Samløb', '{}' from unit;
  insert into supply_event (unit, sequence, type, by_user, by_name, capacity, organisation, organisation_name, change)
    values ('fjern', 2, 'properties-set', 'x', 'X', 'unit-leader', 'x', 'X', '{}');
  insert into qualification_event (unit, sequence, kind, edition, by_user, by_name, capacity, organisation, organisation_name, data) values
    ('lyng', 1, 'statement', null, 'x', 'X', 'unit-leader', 'x', 'X', '{}'), ('lyng', 2, 'assessment', 'y', 'x', 'X', 'agency', 'x', 'X', '{}');
  insert into stay_event (stay, sequence, act, status, happened, by_user, by_name, capacity, organisation, organisation_name, data)
    select id, 1, 'hold', 'held', '2026-11-01', held_by, held_by_name, 'care-decider', held_for, held_for_name, '{}' from stay;
  insert into stay_event (stay, sequence, act, status, happened, by_user, by_name, capacity, organisation, organisation_name, data)
    select id, 2, 'refuse', 'refused', '2026-11-01', 'x', 'X', 'unit-leader', 'x', 'X', '{"reason": "staffing", "text": "ingen nattevagt"}' from stay
      where id in ('afvist', 'rejst');
  insert into call (id, status, last_sequence) values ('udmelding', 'answered', 2), ('en-anden-udmelding', 'answered', 0),
    ('endelig', 'reported', 0);
  insert into release_job (id, call, choices, asked, by_user, by_name, capacity, organisation, organisation_name)
    select id, 'udmelding', '{}', now(), 'nogen', 'Nogen', 'agency', 'holdet', 'Holdet' from unnest(array['arbejde', 'arbejde-2']) as id;
  insert into release_job_cell values ('arbejde', 'nordjylland', '{}');
  insert into release_preview values ('arbejde', 'rounding', 'x', 'x', '{}', '[]', '[]', '{}', '{}', '[]', '{}');
  insert into release_preview_reason values ('arbejde', 'nordjylland', '[]');
  insert into call_answer values ('udmelding', '0851', 'nordjylland', '{1}', 'x', '{1}', 'x', 'Nogen', '2026-11-01', 1),
    ('endelig', '0851', 'nordjylland', '{1}', 'x', '{1}', 'x', 'Nogen', '2026-11-01', 1),
    ('udmelding', '0461', 'syddanmark', '{1}', 'x', '{1}', 'x', 'Nogen', '2026-11-01', 1),
    ('udmelding', '0101', 'hovedstaden', '{1}', 'x', '{1}', 'x', 'Nogen', '2026-11-01', 1);
  insert into call_fact values
    ('udmelding', 1, '2026-11-01', now(), 'x', 'X', 'agency', 'x', 'X', 'status-changed', null, null, '{}'),
    ('udmelding', 2, '2026-11-01', now(), 'x', 'X', 'care-decider', 'x', 'X', 'answered', '0851', 'nordjylland', '{}');
  insert into counted_fact (case_id, number, pathway, subject, kind, happened, recorded) values
    ('hendes', 1, 'hendes', 'x', 'contact', '2026-11-01', '2026-11-01'), ('fremmed', 1, 'fremmed', 'y', 'contact', '2026-11-01', '2026-11-01');
  insert into figure_change values ('opgørelse', '1', 2026, '0851', '', 1, 1, '2026-11-22');
  insert into figure_span values ('month', '2026-10-01', 'opgørelse', '1', 2026, '0851', '', 1, 1);
  insert into figure_kept values ('opgørelse', '1');
  insert into value_set values ('liste', 2, '{DO355}', 'fordi', now(), 'x', 'X', 'agency', 'x');
  insert into trace (app_user, name, role, organisation, organisation_name, permission, rule, subject_kind, subject) values
    ('nogen', 'Nogen', 'care-decider', 'holdet', 'Holdet', 'x', 'x', 'pathway', 'hendes'),
    ('nogen', 'Nogen', 'care-decider', 'holdet', 'Holdet', 'x', 'x', 'pathway', 'fremmed');
`;

/**
 * Who of all may do it: for whom the statement runs and touches or shows a row. Each tries in turn, and what she did is undone. The client is
 * in a transaction. In a statement `:user`, `:role` and `:organisation` are the asker's own. Throws on any error but «permission denied».
 */
export async function whoMay(client: pg.Client, statement: string): Promise<readonly Asker[]> {
  const able: Asker[] = [];
  for (const [name, actor] of askers) {
    if (await can(client, statement, actor)) able.push(name);
  }
  return able;
}

async function can(client: pg.Client, statement: string, { user, role, person, organisation }: Actor): Promise<boolean> {
  const own: Readonly<Record<string, string>> = { user, role, organisation: organisation.id };
  const asked = statement.replaceAll(/:(user|role|organisation)\b/g, (_, name: string) => client.escapeLiteral(own[name] ?? ''));
  const { municipality, region, facility } = organisation;
  const context = Object.entries({ ...own, person, municipality, region, facility })
    .map(([name, value]) => `set_config('app.${name}', ${client.escapeLiteral(value ?? '')}, true)`)
    .join(', ');
  try {
    const results: unknown = await client.query(`savepoint before; select ${context}; ${asked}`);
    const last: unknown = Array.isArray(results) ? results.at(-1) : results;
    return last instanceof pg.Result && (last.rowCount ?? 0) > 0;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') return false;
    throw new Error(`${asked}: ${String(error)}`, { cause: error });
  } finally {
    await client.query('rollback to savepoint before');
  }
}
