/** Fills a database with a big country in bulk, as the owner of the tables: units, places, and a pathway with a stay for each. */
import type pg from 'pg';
import type { Candidate } from '../../src/domain/placement/search.ts';

const rowsAtOnce = 20_000;

/** Writes the country. What is told row by row in daily life is told once for each unit. */
export async function fill(client: pg.Client, candidates: readonly Candidate[], organisation: string): Promise<void> {
  const facilities = candidates.map(({ facility }) => facility);
  await insert(
    client,
    'facility',
    ['id', 'name', 'operator', 'operator_name', 'region', 'municipality', 'town', 'longitude', 'latitude'],
    facilities.map(({ point: [longitude, latitude], ...one }) => [
      one.id,
      one.name,
      one.operator,
      one.operatorName,
      one.region,
      one.municipality,
      one.town,
      longitude,
      latitude,
    ]),
  );
  const units = candidates.map(({ unit }) => unit);
  await insert(
    client,
    'unit',
    ['id', 'facility', 'name', 'confirmed_by', 'confirmed_at'],
    units.map((unit) => [unit.id, unit.facility, unit.name, unit.confirmed?.by ?? null, unit.confirmed?.at ?? null]),
  );
  await insert(
    client,
    'unit_open',
    ['unit', 'from_day', 'to_day'],
    units.flatMap((unit) => unit.open.map(({ from, to }) => [unit.id, from, to])),
  );
  const places = units.flatMap((unit) => unit.places.map((place) => ({ unit: unit.id, ...place })));
  await insert(
    client,
    'room',
    ['id', 'unit', 'name'],
    places.map(({ room, unit, roomName }) => [room, unit, roomName]),
  );
  await insert(
    client,
    'place',
    ['id', 'room', 'unit', 'name'],
    places.map(({ id, room, unit, name }) => [id, room, unit, name]),
  );
  await insert(
    client,
    'place_property',
    ['place', 'property'],
    places.flatMap(({ id, properties }) => properties.map((property) => [id, property])),
  );
  await insert(
    client,
    'closure',
    ['unit', 'place', 'from_day', 'to_day', 'reason'],
    places.flatMap(({ id, unit, closures }) => closures.map(({ from, to, reason }) => [unit, id, from, to, reason])),
  );
  const stays = candidates.flatMap(({ unit, occupations }) => occupations.map((stay) => ({ unit: unit.id, ...stay })));
  await insert(
    client,
    'pathway',
    ['id', 'opened_by', 'called_name', 'phase', 'last_sequence', 'state'],
    stays.map(({ stay }) => [stay, organisation, 'Opdigtet', 'ended', 0, '{}']),
  );
  const needs = stays.map(({ mustHave }) => JSON.stringify(mustHave.map((property) => ({ property, why: 'chosen' }))));
  await insert(
    client,
    'stay',
    [
      'id',
      'pathway',
      'called_name',
      'unit',
      'arrival',
      'departure',
      'status',
      'held_until',
      'needs',
      'legal_basis',
      'paid_by',
      'request_key',
    ].concat(['held_by', 'held_by_name', 'held_for', 'held_for_name']),
    stays.map(({ stay, unit, nights, status, heldUntil }, index) => [
      stay,
      stay,
      'Opdigtet',
      unit,
      nights.arrival,
      nights.departure,
      status,
      heldUntil,
      needs[index] ?? '[]',
      'SEL-107-2-2',
      '0851',
      'fyldt',
      'samlob',
      'Samløb',
      organisation,
      'Opdigtet',
    ]),
  );
  await insert(
    client,
    'stay_part',
    ['stay', 'unit', 'status', 'place', 'arrival', 'departure'],
    stays.map(({ stay, unit, status, place, nights }) => [stay, unit, status, place, nights.arrival, nights.departure]),
  );
  await client.query('insert into unit_change (unit) select id from unit');
  await client.query('analyze');
}

/** Column by column, each as one array of texts: the fastest way that needs no second protocol. */
async function insert(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  await client.query(`alter table ${table} disable trigger user`);
  const { rows: types } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass and attnum > 0`,
    [table],
  );
  const typeOf = (column: string): string => types.find(({ name }) => name === column)?.type ?? 'text';
  const values = columns.map((column, index) => `$${index + 1}::text[]::${typeOf(column)}[]`);
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    await client.query(
      `insert into ${table} (${columns.join(', ')}) select * from unnest(${values.join(', ')})`,
      columns.map((_, index) => some.map((row) => row[index]?.toString() ?? null)),
    );
  }
  await client.query(`alter table ${table} enable trigger user`);
}
