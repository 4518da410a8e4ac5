import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { closedGates } from '../../test/closed-gates.ts';
import type { EstimateReport } from '../domain/estimation/estimate-report.ts';
import { concludeFrom } from '../domain/estimation/conclusion.ts';
import type { WordedReport } from '../domain/estimation/report-words.ts';
import { moment } from '../domain/time.ts';
import { estimate } from './estimate.ts';

const folder = mkdtempSync(join(tmpdir(), 'samlob-estimate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  text: string,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly written: string; readonly said: readonly string[] }> {
  const file = join(folder, 'lists.csv');
  writeFileSync(file, text);
  const written: string[] = [];
  const said: string[] = [];
  const code = await estimate([file, ...words], {
    project: process.cwd(),
    now: () => moment('2026-11-22T09:00:00Z'),
    database: () => Promise.reject(new Error('no database is needed')),
    maintenance: () => Promise.reject(new Error('no database is needed')),
    write: (answer) => void written.push(String(answer)),
    say: (sentence) => void said.push(sentence.replace(file, 'lists.csv')),
  });
  return { code, written: written.join(''), said };
}

// Seber 1982, The Estimation of Animal Abundance, 2nd ed., p. 107.
const trout = 'first,second,count\n1,1,167\n1,0,781\n0,1,254\n';
const three = 'P,Q,E,count\n0,0,1,63\n0,1,0,55\n0,1,1,18\n1,0,0,69\n1,0,1,17\n1,1,0,21\n1,1,1,28\n';

describe('samlob estimate', () => {
  test('prints one JSON document with the rows, their spread and a conclusion', async () => {
    const { code, written, said } = await run(trout, '--method', 'two-list', '--json');
    const report = JSON.parse(written) as EstimateReport;
    expect([code, said]).toEqual([0, []]);
    expect(report.lists).toEqual(['first', 'second']);
    expect(report.observed).toBe(1202);
    expect(report.methods[0]).toEqual({
      method: 'lincoln-petersen',
      model: '[1,2]',
      estimate: expect.closeTo(2389.8683, 4) as number,
      interval: [expect.closeTo(2156, 1), expect.closeTo(2670.33, 1)] as unknown,
      level: 0.95,
      aic: null,
      bic: null,
      status: 'ok',
      warnings: [],
    });
    expect(report.conclusion.status).toBe('estimate');
  });

  test('prints lines for a person, and every method that can be used', async () => {
    const { code, written } = await run(three, '--method', 'all');
    expect(code).toBe(0);
    expect(written).toContain('best-bic            [12,13,23]');
    expect(written).toContain('Left out: two-list. two-list takes exactly two lists; this table has 3.');
  });

  test('lists the eight models of three lists', async () => {
    const { written } = await run(three, '--method', 'loglinear', '--models', '--json');
    const { models } = JSON.parse(written) as EstimateReport;
    expect(models?.length).toBe(8);
    expect(Object.keys(models?.[0] ?? {})).toEqual(['model', 'estimate', 'stderr', 'deviance', 'df', 'aic', 'bic', 'status']);
  });

  test('takes frequencies, a prior and a grid', async () => {
    const { written } = await run('times;count\n1;1645\n2;183\n', '--method', 'coverage', '--data', 'frequencies', '--json');
    expect((JSON.parse(written) as EstimateReport).methods.map(({ method }) => method)).toEqual(['chao', 'chao-corrected', 'zelterman']);
    const averaged = await run(three, '--method', 'dga', '--delta', '2^-3', '--grid', '20n', '--seed', '1', '--json');
    expect((JSON.parse(averaged.written) as EstimateReport).methods[0]?.status).toBe('ok');
  });

  test('that cannot identify the number exits with 0, and has null where nothing is finite', async () => {
    const { code, written, said } = await run('A,B,count\n1,0,40\n0,1,50\n', '--method', 'two-list', '--json');
    expect(said).toEqual(['lists.csv: no line is given for A+B; counted as 0. Write an interval such as 0-4 if the count is not known.']);
    const { methods, conclusion } = JSON.parse(written) as EstimateReport;
    expect([code, methods[0]?.estimate, methods[0]?.interval, methods[0]?.status]).toEqual([0, null, [90, null], 'not-identified']);
    expect(conclusion.status).toBe('none');
  });
});

test('draws again for the intervals of coverage alone, as its remark says, and promises none where counts are hidden', async () => {
  const rows = async (table: string, ...words: readonly string[]) =>
    (JSON.parse((await run(table, '--method', 'coverage', '--json', ...words)).written) as WordedReport).methods.slice(0, 3);
  for (const { warnings, interval } of await rows(three)) {
    expect(warnings).toContain('The interval needs resampling: give --bootstrap.');
    expect(interval).toEqual([null, null]);
  }
  for (const { interval } of await rows(three, '--bootstrap', '50')) expect(interval[0]).toBeGreaterThan(0);
  for (const { warnings } of await rows(three.replace(',17\n', ',15-18\n')))
    expect(warnings).toContain('No interval is worked out where counts are hidden.');
});

test('of many combinations without a line the first are named and the others counted', async () => {
  const { said } = await run('A,B,C,D,E,count\n1,1,1,1,1,30\n', '--method', 'sparse');
  expect(said[0]).toMatch(/no line is given for A, B, A\+B, C, A\+C, B\+C, A\+B\+C, D and 22 more;/);
});

test('without a grid the answer goes on where ten times those seen cuts it off, and a grid that is given is kept to', async () => {
  const table = 'A,B,count\n1,0,781\n0,1,254\n1,1,167\n';
  const methods = async (...words: readonly string[]) =>
    (JSON.parse((await run(table, '--method', 'dga', '--json', ...words)).written) as EstimateReport).methods.map(({ method }) => method);
  expect(await methods()).toEqual(['dga', 'dga-open']);
  expect(await methods('--grid', '10n')).toEqual(['dga']);
});

test('says of each model whether it exists and can be told apart, as Chan, Silverman and Vincent (2021, table 2) do of Artificial_3', async () => {
  const artificial = 'A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n1,0,1,0\n0,1,1,0\n1,1,1,0\n';
  const { models = [] } = JSON.parse((await run(artificial, '--method', 'loglinear', '--models', '--json')).written) as EstimateReport;
  expect(Object.fromEntries(models.map(({ model, status }) => [model, status]))).toEqual({
    '[1,2,3]': 'ok',
    '[13,2]': 'ok',
    '[23,1]': 'ok',
    '[13,23]': 'ok',
    '[12,3]': 'does-not-exist',
    '[12,13]': 'does-not-exist',
    '[12,23]': 'does-not-exist',
    '[12,13,23]': 'not-identified',
  });
  // Next to nobody is expected on all three, and yet the maximum is there.
  const rare = 'A,B,C,count\n1,0,0,1000\n0,1,0,1000\n0,0,1,5\n1,1,0,1\n1,0,1,0\n0,1,1,0\n1,1,1,0\n';
  const { methods } = JSON.parse((await run(rare, '--method', 'loglinear', '--json')).written) as EstimateReport;
  expect(methods[0]).toMatchObject({ method: 'independence', status: 'ok' });
});

test('the gate of dependence closes where a count is an interval too, and not where lists that share persons may depend', async () => {
  const gate = async (table: string) =>
    (JSON.parse((await run(table, '--method', 'loglinear', '--json')).written) as EstimateReport).conclusion.gate;
  expect(await gate('A,B,C,count\n1,0,0,38-42\n0,1,0,30\n0,0,1,20\n1,1,0,6\n1,0,1,0\n0,1,1,0\n1,1,1,0\n')).toBe('no-dependence');
  expect(await gate(three.replace(',17\n', ',15-18\n'))).toBe('open');
});

test('what a table does to the methods is remarked on where it is so, and only there', async () => {
  const said = async (table: string, method: string): Promise<string> => (await run(table, '--method', method)).written;
  const thin = 'A,B,C,count\n1,0,0,50\n0,1,0,30\n0,0,1,20\n1,1,0,4\n1,0,1,3\n0,1,1,2\n1,1,1,1\n';
  const nested = 'A,B,C,count\n1,0,0,0\n0,1,0,60\n0,0,1,50\n1,1,0,30\n1,0,1,0\n0,1,1,12\n1,1,1,9\n';
  const everybody = 'A,B,count\n1,0,40\n1,1,30\n0,1,0\n';
  const below = 'A,B,C,count\n1,0,0,9\n0,1,0,8\n0,0,1,9\n1,1,0,30\n1,0,1,31\n0,1,1,29\n1,1,1,1\n';
  for (const [sentence, method, where] of [
    ['The prior count decides more than the lists do: from 129 to 379.', 'dga', thin],
    ['Everybody on the list A is also on B.', 'loglinear', nested],
    ['Everybody who was seen is on the list A', 'loglinear', everybody],
    ['The coverage is at most 0.55: use N0 and N1.', 'coverage', three],
    ['The number is below those seen and is not an estimate.', 'coverage', below],
  ] as const)
    for (const table of [thin, nested, everybody, three, below])
      expect((await said(table, method)).includes(sentence), `${sentence} ${table}`).toBe(
        table === where || (sentence.startsWith('The coverage') && table === thin),
      );
  // A list with nobody on it is no second list.
  expect(await said('A,B,count\n1,0,50\n0,1,0\n1,1,0\n', 'two-list')).toContain('There is only one list with anybody on it');
});

test('what graph averaging believes beforehand widens the answer, as it widens it on the page', async () => {
  const thin = 'A,B,C,count\n1,0,0,50\n0,1,0,30\n0,0,1,20\n1,1,0,4\n1,0,1,3\n0,1,1,2\n1,1,1,1\n';
  const { conclusion, spread } = JSON.parse((await run(thin, '--method', 'dga', '--json')).written) as EstimateReport;
  expect([spread.min, spread.max]).toEqual([379, 379]);
  expect(conclusion.range).toEqual({ low: 129, high: 697, undecided: false });
});

describe('each gate closes', () => {
  test.each(closedGates.map((closed) => [closed.gate, closed] as const))('%s', async (gate, { status, table, words, sentence }) => {
    const { code, written } = await run(table, ...words, '--json');
    const { conclusion } = JSON.parse(written) as EstimateReport;
    expect([code, conclusion.gate, conclusion.status]).toEqual([0, gate, status]);
    expect(conclusion.text).toContain(sentence);
    if (status === 'none') expect(conclusion.range).toBeNull();
    if (status === 'bounds-only') expect(conclusion.range).toMatchObject({ high: null, undecided: true });
    if (status === 'estimate') expect(conclusion.range).toMatchObject({ low: 271, undecided: true });
    const lines = (await run(table, ...words)).written.trimEnd().split('\n');
    expect(lines.at(-1)).toBe(conclusion.text);
  });

  test('for an interval without an upper end, which no table of fewer than a million million gives', () => {
    const row = {
      method: 'best-bic',
      model: '[1,2]',
      estimate: 90,
      interval: [80, null],
      level: 0.95,
      aic: 1,
      bic: 1,
      status: 'ok',
      remarks: [],
    } as const;
    const evidence = {
      lists: 2,
      seen: 80,
      seenAtMost: 80,
      overlap: 20,
      overlapAtMost: 20,
      everybodyOn: null,
      dependenceCanBeTried: true,
      massNearEdge: null,
      infinite: null,
    };
    expect(concludeFrom(evidence, [row])).toMatchObject({ status: 'bounds-only', gate: 'no-upper-end' });
  });
});

test('draws again as often as asked, to the same digits for the same seed', async () => {
  const drawn = async (...words: readonly string[]): Promise<string> =>
    (await run(three, '--method', 'all', '--bootstrap', '50', '--json', ...words)).written;
  const first = await drawn('--seed', '7');
  const { methods } = JSON.parse(first) as EstimateReport;
  const names = methods.map(({ method }) => method);
  expect(names).toContain('best-bic-bootstrap');
  expect(names).toContain('stepwise-bca');
  expect(await drawn('--seed', '7')).toBe(first);
  expect(await drawn('--seed', '8')).not.toBe(first);
});

describe('what cannot be answered', () => {
  test('in a file is told with file, line and column', async () => {
    expect(await run('A,B,count\n1,0,x\n', '--method', 'all')).toEqual({
      code: 1,
      written: '',
      said: ['lists.csv:2:3: “x” is not a count such as 7, 1-4 or 0-25.'],
    });
  });

  test.each([
    ['A,B,count\n1,1,30\n1,0,4\n1,1,30\n', 'lists.csv:4:1: The same combination stands on line 2.'],
    ['A;B;antal\n1;1;1.200\n', 'lists.csv:2:3: “1.200” has something between its thousands: write 1200.'],
    [
      'A;B;antal\n1;1;1,200\n',
      'lists.csv:2:3: “1,200” has a comma in it: write 1200 if its thousands are meant. A count of persons has no decimals.',
    ],
    [
      'A,B,count\n1,1,1,200\n',
      'lists.csv:2:3: The line has 4 fields; the header has 3. “1,200” is read as several fields: write 1200 if its thousands are meant.',
    ],
    ['A,B,count\n1,1,10000000001\n', 'lists.csv:2:3: The counts add up to more than 10000000000 persons.'],
    [
      'A;B;antal\n1;1;01-apr\n',
      'lists.csv:2:3: “01-apr” looks like a day that a spreadsheet has made of an interval: write “1 to 4” instead of 1-4.',
    ],
    ['A,B,count\n', 'lists.csv:2:1: There is a header and no line of counts under it.'],
  ])('is told where it stands: %j', async (table, sentence) => {
    expect(await run(table, '--method', 'all')).toEqual({ code: 1, written: '', said: [sentence] });
  });

  test('in a file that is not there, or not UTF-8, is told', async () => {
    const said: string[] = [];
    const context = {
      project: '',
      now: () => moment('2026-11-22T09:00:00Z'),
      write: () => undefined,
      say: (sentence: string) => void said.push(sentence),
    };
    const none = { database: () => Promise.resolve(null), maintenance: () => Promise.resolve(null) };
    expect(await estimate([join(folder, 'none.csv'), '--method', 'all'], { ...context, ...none })).toBe(1);
    writeFileSync(join(folder, 'latin.csv'), Buffer.from([0x41, 0xe6, 0x2c]));
    expect(await estimate([join(folder, 'latin.csv'), '--method', 'all'], { ...context, ...none })).toBe(1);
    expect(said.length).toBe(2);
  });

  test.each([
    [['--method', 'bayes']],
    [[]],
    [['--method', 'all', '--colour', 'red']],
    [['--method', 'all', '--p', '2']],
    [['--method', 'dga', '--grid', 'x']],
    [['--method', 'dga', '--delta', '0']],
    [['--method', 'dga', '--delta', '2^2000']],
    [['--method', 'dga', '--delta', '1e308']],
    [['--method', 'two-list', '--data', 'frequencies']],
    [['--method', 'two-list']],
    [['--method', 'all', '--bootstrap', '0']],
    [['--method', 'dga', '--bootstrap', '100']],
    [['--method', 'coverage', '--data', 'frequencies', '--bootstrap', '100']],
    [['--method', 'dga', '--prior', 'flat']],
  ])('is a usage error and writes no row: %j', async (words) => {
    const { code, written, said } = await run(three, ...words);
    expect([code, written]).toEqual([2, '']);
    expect(said.length).toBeGreaterThan(0);
  });
});
