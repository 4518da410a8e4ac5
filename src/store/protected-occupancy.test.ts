import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { moment } from '../domain/time.ts';
import type { Role } from '../domain/trail.ts';
import { readProtectedOccupancy } from './protected-occupancy.ts';

const { db, owner } = await testDatabase();

const read = (at: string, role: Role = 'planner') =>
  readProtectedOccupancy(db, { ...testPermit({ ...testActor('planner'), role }, 'plan:read'), at: moment(at) }, 2);
const printedIn = async (at: string) => (await read(at)).years.map(({ year, asOf, printed }) => [year, asOf, printed] as const);

/** A unit of eight places, known since 2024, of a provider. */
async function unit(id: string, provider: string): Promise<void> {
  await sql`insert into facility values (${id}, ${`Hus ${id}`}, 'municipality', ${provider}, 'syddanmark', '0461', 'Odense', 10.38, 55.4)`.execute(
    owner,
  );
  await sql`insert into unit (id, facility, name) values (${id}, ${id}, 'Døgn')`.execute(owner);
  const supply = {
    open: [{ from: '2024-01-01', to: null }],
    closures: [],
    rooms: [{ id: 'rum', name: 'Rum' }],
    places: Array.from({ length: 8 }, (_, at) => ({ id: `${id}-${at}`, room: 'rum', name: `${at}`, properties: [], flexible: null })),
    staffing: [],
    admission: { youngest: null, oldest: null, womenOnly: false, mostChildren: null, oldestChild: null },
  };
  await sql`insert into supply_event values (${id}, 1, 'registered', '2024-01-01T08:00:00Z'::timestamptz, 'nogen', 'Nogen', 'unit-leader', ${id}, ${id},
    ${JSON.stringify({ type: 'registered', supply })}::jsonb, null, null)`.execute(owner);
}

/** A stay as it is known from a day. */
async function stay(woman: string, where: string, [from, until]: readonly [string, string], recorded: string, number = 1): Promise<void> {
  await sql`insert into counted_fact (case_id, number, subject, kind, happened, until, recorded, municipality, level, unit, unit_id)
    values (${woman}, ${number}::integer, ${woman}, 'stay', ${from}::date, ${until}::date, ${recorded}::timestamptz, '0851', 'residential', 'Døgn', ${where})`.execute(
    owner,
  );
}

const providers = ['Assens', 'Billund', 'Esbjerg', 'Faaborg', 'Kolding', 'Vejle'];
const year = ['2025-01-01', '2026-01-01'] as const;

test('the country’s occupancy of a year is printed from one day on, and nothing that is recorded later moves it: two releases cannot be subtracted', async () => {
  expect((await read('2026-04-01T08:00:00Z')).years.map(({ printed }) => printed)).toEqual([{ outcome: 'none' }, { outcome: 'none' }]);
  for (const [index, provider] of providers.entries()) {
    await unit(`enhed-${index}`, provider);
    for (let woman = 0; woman < 4; woman += 1) await stay(`${provider} ${woman}`, `enhed-${index}`, year, '2025-12-31T08:00:00Z');
  }
  // Of 48 places 24 are taken. What is on the way to the next step is recorded after the day.
  const before = [
    [2025, '2026-03-31', { outcome: 'printed', percent: 50, is: 'about' }],
    [2024, '2025-03-31', { outcome: 'hidden' }],
  ];
  expect(await printedIn('2026-04-01T08:00:00Z')).toEqual(before);
  for (let woman = 0; woman < 4; woman += 1) await stay(`sen ${woman}`, `enhed-${woman}`, year, '2026-04-02T08:00:00Z');
  await sql`update counted_fact set withdrawn = '2026-05-01T08:00:00Z' where case_id = 'Vejle 0'`.execute(owner);
  await stay('Vejle 0', 'enhed-5', ['2025-01-01', '2025-02-01'], '2026-05-01T08:00:00Z', 2);
  for (const at of ['2026-04-02T22:30:00Z', '2026-07-01T08:00:00Z', '2026-11-26T08:00:00Z', '2027-03-31T08:00:00Z'])
    expect(await printedIn(at)).toEqual(before);
  // The next year has its own day, and the earlier one stands beside it as it was.
  expect((await printedIn('2027-04-01T08:00:00Z')).at(1)).toEqual(before[0]);
  expect((await read('2026-11-26T08:00:00Z')).next).toEqual({ year: 2026, comes: '2027-04-01' });
  // The day itself is not over.
  expect((await read('2027-03-31T20:00:00Z')).years[0]?.year).toBe(2025);
});

test('it is the same whoever asks, with its source and both editions, and nothing of a unit or a quarter', async () => {
  const planner = await read('2026-11-26T08:00:00Z');
  expect(await read('2026-11-26T08:00:00Z', 'agency')).toEqual(planner);
  expect(planner.years[0]).toEqual({
    year: 2025,
    asOf: '2026-03-31',
    printed: { outcome: 'printed', percent: 50, is: 'about' },
    source: 'Forløb registreret i Samløb',
    edition: expect.stringMatching(/^[a-zæøå]+\/[0-9-]+, belaegning\/2026-11$/u),
  });
});

test('units of one provider are one, for it knows the nights of all of them', async () => {
  await sql`update facility set operator_name = 'Assens' where id in ('enhed-1', 'enhed-2')`.execute(owner);
  expect((await printedIn('2026-11-26T08:00:00Z'))[0]?.[2]).toEqual({ outcome: 'hidden' });
});
