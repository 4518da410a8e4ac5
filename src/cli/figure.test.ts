import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation } from '../../test/pathways.ts';
import { loadDemoWhenNew } from '../demo/load.ts';
import { asId } from '../domain/id.ts';
import { day, type Moment, moment } from '../domain/time.ts';
import type { FigureRow } from '../reports/figure-rows.ts';
import { asActor, type Database } from '../store/database.ts';
import { appendFact, openPathway, recordedBy } from '../store/pathway.ts';
import { figure } from './figure.ts';

const { db, owner: ownerDb, ownerConfig } = await testDatabase();
const referral = {
  type: 'referral-registered' as const,
  person: null,
  calledName: 'Opdigtet',
  municipality: asId<'municipality'>('0851'),
  concern: 'opdigtet',
  referrer: 'opdigtet',
};
await loadDemoWhenNew(ownerConfig, day('2026-11-22'), { seed: 1, size: 1 });

type Run = { readonly code: number; readonly output: string; readonly said: string };

let now = moment('2026-11-22T09:00:00Z');

async function run(words: readonly string[], database: Database | null = db): Promise<Run> {
  const written: string[] = [];
  const said: string[] = [];
  const code = await figure(words, {
    project: process.cwd(),
    now: () => now,
    database: () => Promise.resolve(database),
    maintenance: () => Promise.resolve(null),
    write: (answer) => void written.push(answer.toString()),
    say: (sentence) => void said.push(sentence),
  });
  return { code, output: written.join(''), said: said.join('\n') };
}

async function rowsOf(...words: readonly string[]): Promise<readonly FigureRow[]> {
  const { code, output, said } = await run([...words, '--json', '--internal']);
  expect(said).toContain('Internal');
  expect(code).toBe(0);
  return JSON.parse(output) as readonly FigureRow[];
}

describe('samlob figure', () => {
  test('gives what the municipalities answered, with all that a figure carries', async () => {
    const rows = await rowsOf('2019-gravide/residential', '--period', '2017..2019', '--by', 'country');
    expect(rows.map(({ value }) => value)).toEqual([6, 6, 8]);
    expect(rows[0]).toMatchObject({ id: '2019-gravide/residential/2017/danmark', period: '2017', asOf: '2026-11-22', place: 'danmark' });
    expect(Object.keys(rows[0] ?? {})).toEqual(['id', 'value', 'definition', 'edition', 'source', 'period', 'asOf', 'place', 'at']);
    // For people too: each region by the answers of its own municipalities, and one source once where it is one.
    const { output } = await run(['2019-gravide/residential', '--period', '2019', '--by', 'region', '--internal']);
    expect(output).toMatch(/^2019\tsyddanmark\t\d+\t.*Summen af svarene fra 22 af 22 kommuner/m);
    expect(output).toMatch(/^2019\thovedstaden\t\d+\t.*Summen af svarene fra 29 af 29 kommuner/m);
    const country = await run(['2019-gravide/residential', '--period', '2019', '--by', 'country', '--internal']);
    expect(country.output).toMatch(/ · .*Summen af svarene fra 98 af 98 kommuner.* · /);
    expect(country.output).not.toContain('on each line');
    const regions = await rowsOf('2019-gravide/any', '--period', '2019', '--by', 'region');
    expect(regions.reduce((sum, { value }) => sum + Number(value), 0)).toBe(58);
    expect(await rowsOf('2019-gravide/any', '--period', '2019', '--by', 'municipality')).toHaveLength(98);
  });

  test('says of a wrong id which ones are near and how all are listed, also where more is missing', async () => {
    for (const rest of [[], ['--period', '2019', '--by', 'region']]) {
      const near = await run(['decided-residental', ...rest]);
      expect([near.code, near.output]).toEqual([2, '']);
      expect(near.said).toMatch(
        /^There is no figure “decided-residental”\. Nearest: decided-residential.*\. samlob figure lists them all\.$/,
      );
    }
    expect((await run(['registry'])).said).toContain('Nearest: registry-substance-use.');
    expect((await run(['xqxqxqxqxq'])).said).toBe('There is no figure “xqxqxqxqxq”. samlob figure lists them all.');
    expect((await run([])).output).toContain('decided-residential');
  });

  test('says which of its options is missing', async () => {
    expect(await run(['decided-any'])).toMatchObject({ code: 2, said: expect.stringMatching(/^--period is missing\.\nsamlob figure ID/) });
    expect(await run(['decided-any', '--period', '2019'])).toMatchObject({ code: 2, said: expect.stringMatching(/^--by is missing\.\n/) });
    expect((await run(['decided-any', 'births'])).said).toMatch(/“births” is one too many/);
  });

  test('counts the pathways, and says that they are invented', async () => {
    const decided = await rowsOf('decided-residential', '--period', '2024..2026', '--by', 'country');
    expect(decided.map(({ period }) => period)).toEqual(['2024', '2025', '2026']);
    expect(decided.reduce((sum, { value }) => sum + Number(value), 0)).toBeGreaterThan(10);
    expect(decided[0]?.source).toContain('opdigtede');
    const steps = ['need', 'offered', 'accepted', 'decided'].map((step) =>
      rowsOf(`cascade-${step}`, '--period', '2025', '--by', 'country'),
    );
    const counts = (await Promise.all(steps)).map(([row]) => Number(row?.value));
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(counts[3]).toBeGreaterThan(0);
  });

  test('gives an earlier day its own number', async () => {
    const of = async (asOf: string): Promise<number> => {
      const [row] = await rowsOf('cascade-need', '--period', '2025', '--by', 'country', '--as-of', asOf);
      expect(row?.asOf).toBe(asOf);
      return Number(row?.value);
    };
    const [before, mid, after] = [await of('2024-12-31'), await of('2025-06-30'), await of('2025-12-31')];
    expect(before).toBe(0);
    expect(mid).toBeGreaterThan(0);
    expect(after).toBeGreaterThan(mid);
    const answered = await rowsOf('2019-gravide/any', '--period', '2019', '--by', 'country', '--as-of', '2019-11-26');
    expect(answered.map(({ value }) => value)).toEqual([0]);
  });

  test('says at which moment it was counted, and counts the same again as of that moment', async () => {
    const clinic = testPermit(testActor('family-clinic'), 'pathway:record');
    await addOrganisation(ownerDb, clinic.actor.organisation);
    const write = (id: string, at: Moment) =>
      asActor(db, { ...clinic, at }, { kind: 'list', id: null }, async (tx) => {
        const of = asId<'pathway'>(id);
        const by = recordedBy({ ...clinic, at }, day('2026-11-22'));
        await openPathway(tx, of, referral, [], by);
        await appendFact(tx, of, { type: 'need-assessed', level: 'residential', reason: 'opdigtet' }, by);
      });
    const count = async (...words: readonly string[]): Promise<readonly [number, string | undefined, string | undefined]> => {
      const [row] = await rowsOf('cascade-need', '--period', '2026', '--by', 'country', ...words);
      return [Number(row?.value), row?.at, row?.asOf];
    };
    now = moment('2026-11-22T12:00:00Z');
    const [first, firstAt, firstDay] = await count();
    expect([firstAt, firstDay]).toEqual(['2026-11-22T12:00:00.000Z', '2026-11-22']);
    await write('klokken-et', moment('2026-11-22T13:00:00Z'));
    now = moment('2026-11-22T14:00:00Z');
    const [second, secondAt, secondDay] = await count();
    expect([second, secondAt, secondDay]).toEqual([first + 1, '2026-11-22T14:00:00.000Z', '2026-11-22']);
    await write('klokken-tre', moment('2026-11-22T15:00:00Z'));
    now = moment('2026-11-24T09:00:00Z');
    for (const [value, at] of [
      [first, firstAt],
      [second, secondAt],
    ] as const)
      expect(await count('--as-of', at ?? '')).toEqual([value, at, '2026-11-22']);
    expect((await count('--as-of', '2026-11-22'))[0]).toBe(first + 2);
    expect((await count())[0]).toBe(first + 2);
    const answered = await rowsOf('2019-gravide/any', '--period', '2019', '--by', 'country', '--as-of', '2026-11-22T12:00:00Z');
    expect(answered).toMatchObject([{ value: 58, at: '2026-11-22T12:00:00.000Z', asOf: '2026-11-22' }]);
    now = moment('2026-11-22T09:00:00Z');
  });

  test('splits by reason, travel and unit', async () => {
    const refused = await rowsOf('declined-by-reason', '--period', '2024..2026', '--by', 'country');
    expect(new Set(refused.map(({ part }) => part))).toContain('child');
    const volume = await rowsOf('admissions-by-unit', '--period', '2025', '--by', 'country');
    expect(volume.length).toBeGreaterThan(1);
    const waits = await rowsOf('wait-decision-to-admission', '--period', '2025', '--by', 'country');
    expect(Number(waits[0]?.value)).toBeGreaterThan(0);
    const weeks = await rowsOf('gestation-at-admission', '--period', '2025', '--by', 'country');
    expect(Number(weeks[0]?.value)).toBeGreaterThan(8);
    expect(Number(weeks[0]?.value)).toBeLessThan(42);
    const nights = await rowsOf('nights-by-unit', '--period', '2025', '--by', 'country');
    expect(nights.reduce((sum, { value }) => sum + Number(value), 0)).toBeGreaterThan(100);
  });

  test('protects small counts unless they are asked for as they are', async () => {
    const { code, output, said } = await run(['decided-residential', '--period', '2024..2026', '--by', 'region', '--json']);
    expect(code).toBe(0);
    expect(said).toContain('Protected');
    expect(said).toContain('Left out: years that are not over (2026 and later).');
    expect(said).toContain('As of 2026-09-30, a fixed day: the same figures are given until 2027-01-01.');
    const rows = JSON.parse(output) as readonly FigureRow[];
    expect(new Set(rows.map(({ asOf }) => asOf))).toEqual(new Set(['2026-09-30']));
    // This year is not over, and every number below five is hidden.
    expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(['2024', '2025']));
    expect(rows.filter(({ value }) => typeof value === 'number' && value > 0 && value < 5)).toEqual([]);
    expect(rows.some(({ value }) => typeof value !== 'number')).toBe(true);
    const internal = await rowsOf('decided-residential', '--period', '2024..2025', '--by', 'region');
    expect((await run(['decided-residential', '--period', '2024..2025', '--by', 'region'])).said).not.toContain('Left out');
    expect(internal.some(({ value }) => typeof value === 'number' && value > 0 && value < 5)).toBe(true);
  });

  test.each([
    ['decided-any', '--period', '2025', '--by', 'municipality'],
    ['decided-any', '--period', '2025', '--by', 'country', '--as-of', '2025-06-30'],
    ['declined-by-reason', '--period', '2025', '--by', 'country'],
    ['2019-gravide/any', '--period', '2019', '--by', 'region'],
  ])('refuses what has no protected form: %s %s %s %s %s', async (...words) => {
    const { code, output, said } = await run(words);
    expect(code).toBe(1);
    expect(output).toBe('');
    expect(said).toContain('--internal');
    if (words.includes('country') && !words.includes('--as-of')) expect(said).toContain(`The figure “${words[0]}” has no protected form`);
  });

  test('lists what there is', async () => {
    const { output, code } = await run([]);
    expect(code).toBe(0);
    for (const id of ['decided-any', 'registry-substance-use', '2019-gravide/residential']) expect(output).toContain(id);
  });

  test.each([
    [['decided-any', '--period', '2019..2017', '--by', 'country'], 1, 'ends before it begins'],
    [['decided-any', '--period', 'i går', '--by', 'country'], 1, 'period'],
    [['decided-any', '--period', '2019', '--by', 'parish'], 2, 'There is no grouping “parish”. Known: '],
    [['decided-any', '--period', '2019', '--by', 'country', '--as-of', '2019-02-30'], 1, 'day'],
    [['decided-any', '--period', '2025', '--by', 'country', '--internal', '--as-of', '2026-11-23'], 1, 'after today, 2026-11-22'],
    [['decided-any', '--period', '2025', '--by', 'country', '--internal', '--as-of', '2026-11-22T09:00:01Z'], 1, 'after now'],
    [['decided-any', '--period', '2025', '--by', 'country', '--as-of', '2026-11-22T08:00:00Z'], 1, '--internal'],
    [['nothing', '--period', '2019', '--by', 'country'], 2, 'There is no figure “nothing”'],
    [['decided-any', '--by', 'country'], 2, 'samlob figure'],
    [['decided-any', '--colour', 'red'], 2, 'samlob figure'],
  ])('refuses %j', async (words, code, sentence) => {
    const outcome = await run(words);
    expect(outcome.code).toBe(code);
    expect(outcome.said).toContain(sentence);
    expect(outcome.output).toBe('');
  });

  test('says when there is no database', async () => {
    expect((await run(['decided-any', '--period', '2019', '--by', 'country'], null)).code).toBe(4);
  });
});
