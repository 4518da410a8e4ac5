import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type CommandRun, runCommand } from '../../test/command.ts';
import { erlangB } from '../domain/planning/queues/erlang-b.ts';
import { danishCsv } from '../reports/danish-csv.ts';
import { simulationEdition } from '../domain/planning/simulation/run.ts';
import { simulate } from './simulate.ts';

const folder = mkdtempSync(join(tmpdir(), 'samlob-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'scenario.json');
const smallest = '{"years":10,"arrivalsPerYear":7,"stayYears":{"exp":0.5},"patience":"none","sites":[{"id":"A","places":8}]}';

async function asked(text: string, ...words: readonly string[]): Promise<CommandRun> {
  writeFileSync(file, text);
  return runCommand(simulate, [file, ...words]);
}

type Measure = { readonly name: string; readonly site: string | null; readonly mean: number | null; readonly interval: readonly number[] };
type Out = { readonly edition: string; readonly seed: number; readonly replications: number; readonly measures: readonly Measure[] };

describe('samlob simulate', () => {
  test('answers the smallest scenario in the form that others rely on, near the exact answer', async () => {
    const { code, output, said } = await asked(smallest, '--seed', '3', '--replications', '2000', '--json');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const out = JSON.parse(output) as Out;
    expect(Object.keys(out)).toEqual(['edition', 'seed', 'replications', 'measures']);
    expect(out.edition).toBe(simulationEdition);
    expect({ seed: out.seed, replications: out.replications }).toEqual({ seed: 3, replications: 2_000 });
    for (const measure of out.measures) expect(Object.keys(measure)).toEqual(['name', 'site', 'mean', 'interval', 'quantiles']);
    const turned = out.measures.find(({ name }) => name === 'share-turned-away');
    expect(turned?.mean).toBeGreaterThan(erlangB(3.5, 8) * 0.75);
    expect(turned?.mean).toBeLessThan(erlangB(3.5, 8));
    expect(out.measures.filter(({ site }) => site === 'A').map(({ name }) => name)).toContain('three-in-every-year');
  });

  test('of two sites that anybody goes to has admissions at both, and turns away as often as one site with all the places', async () => {
    const sites = [
      { id: 'A', places: 2 },
      { id: 'B', places: 3 },
    ];
    const two = JSON.stringify({ ...(JSON.parse(smallest) as object), sites });
    const { measures } = JSON.parse((await asked(two, '--replications', '2000', '--json')).output) as Out;
    const mean = (name: string, site: string | null): number | null | undefined =>
      measures.find((one) => one.name === name && one.site === site)?.mean;
    // It begins empty, which makes it a little less than in the long run.
    expect(mean('share-turned-away', null)).toBeGreaterThan(erlangB(3.5, 5) * 0.85);
    expect(mean('share-turned-away', null)).toBeLessThan(erlangB(3.5, 5));
    for (const { id } of sites) expect(mean('occupancy', id)).toBeGreaterThan(0.2);
  });

  test('gives the same digits for the same seed, on any number of threads, and others for another', async () => {
    const one = await asked(smallest, '--replications', '300', '--threads', '1', '--json');
    expect((await asked(smallest, '--replications', '300', '--threads', '2', '--seed', '1', '--json')).output).toBe(one.output);
    expect((await asked(smallest, '--replications', '300', '--seed', '2', '--json')).output).not.toBe(one.output);
  });

  test('stops when it is precise enough, and says so when it never is', async () => {
    const enough = await asked(smallest, '--precision', '0.01', '--json');
    expect((JSON.parse(enough.output) as Out).replications).toBe(500);
    const never = await asked(smallest, '--replications', '100', '--precision', '0.0001', '--measure', 'occupancy');
    expect(never).toMatchObject({ code: 0, said: 'The precision of occupancy was not reached.' });
    expect(never.output).toContain('seed 1, 100 replications');
  });

  test.each([
    ['{"years":10', '1:12: the file ends in the middle.'],
    [smallest.replace('"years":10', '\n"yeers":10'), '2:9: yeers is not a field that is known here.'],
    [smallest.replace('"places":8', '"places":-8'), '1:103: sites[0].places is not a whole number from 0 to 1000.'],
    [smallest.replace('{"exp":0.5}', '{"exp":"long"}'), /1:45: stayYears must be a number, or one of/],
    [smallest.replace('"none"', '"birth"'), '1:68: patience is “birth”, and there is no course with a birth.'],
  ])('refuses %s with file, line, column and field', async (text, sentence) => {
    const { code, output, said } = await asked(text);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    if (typeof sentence === 'string') expect(said.split('\n')).toContain(`${file}:${sentence}`);
    else expect(said).toMatch(sentence);
  });

  test.each([
    [['--replications', '0'], 1],
    [['--replications', '1e3'], 1],
    [['--seed', '-1'], 1],
    [['--seed', '1.5'], 1],
    [['--precision', '0'], 1],
    [['--precision', '0.1', '--measure', 'happiness', '--replications', '50'], 1],
    [['--measure', 'occupancy'], 2],
    [['more.json'], 2],
    [['--position', 'pilot'], 2],
    [['--estimates', '8-6'], 1],
    [['--estimates', '6', '--position', 'nobody'], 2],
    [['--estimates', '6', '--places', '1'], 1],
    [['--estimates', '6', '--precision', '0.1'], 2],
    [['--fast'], 2],
  ] as const)('refuses the words %j', async (words, code) => {
    expect(await asked(smallest, ...words)).toMatchObject({ code, output: '' });
  });

  test('answers in sentences what each estimate of need sustains, and what the proposal gives under it', async () => {
    const one = smallest.replace('{"years"', '{"title":"One unit","years"');
    const { code, output } = await asked(
      one,
      '--position',
      'agency-2024',
      '--estimates',
      '6-8,16-30,80-100',
      '--replications',
      '100',
      '--threads',
      '1',
    );
    expect(code).toBe(0);
    const lines = output.split('\n');
    expect(lines[0]).toBe('One unit');
    expect(lines[1]).toMatch(
      /^ {2}6–8 women a year can sustain 1 unit that reaches three admissions in nine years of ten \(that takes 5\.3 a year\)\. The one unit here gets /,
    );
    expect(lines[2]).toContain('16–30 women a year can sustain 3–5 units');
    expect(lines[3]).toContain('80–100 women a year can sustain 15–18 units');
    expect(lines[4]).toBe('agency-2024');
    expect(lines[5]).toContain('Each of the 5 units here gets ');
    // A share is written as on the page: what is nearly none or nearly all is not none or all.
    for (const [, text = ''] of output.matchAll(/(?:in|; ) ?([^;()]*?%) of/g))
      expect(text).toMatch(/^(under 1 %|over 99 %|\d+(–\d+)? %|\d+ to over 99 %)$/);
    expect(output).toMatch(/(over 99|under 1) %/);
    const both = await asked(one, '--position', 'nothing-new', '--estimates', '7', '--replications', '50', '--json');
    expect(JSON.parse(both.output)).toMatchObject({
      edition: simulationEdition,
      answers: [
        { proposal: 'One unit', estimate: { from: 7, to: 7 }, sustained: { from: 1, to: 1 }, units: [{ site: 'A' }] },
        { proposal: 'nothing-new', shareNeverAdmitted: { from: 1, to: 1 }, units: [] },
      ],
    });
    expect((await asked(one, '--position', 'nothing-new', '--estimates', '7', '--replications', '50')).output).toContain(
      'Here there is no unit',
    );
  });

  const ranged = JSON.stringify({
    ...(JSON.parse(smallest) as object),
    title: '=En "plan"; med ord',
    years: 3,
    accepts: 0.8,
    basis: { arrivalsPerYear: { source: 'a report', range: [2, 12] }, accepts: { source: 'assumption', range: [0.8, 1] } },
  });

  test('pulls each assumption to the ends of its range in the same replications', async () => {
    const { output } = await asked(ranged, '--tornado', '--replications', '300', '--seed', '4', '--json');
    const { base, pulls, ...about } = JSON.parse(output) as {
      readonly base: readonly { readonly measure: string; readonly mean: number }[];
      readonly pulls: readonly {
        readonly assumption: string;
        readonly at: number;
        readonly source: string;
        readonly effects: readonly { readonly measure: string; readonly effect: { readonly mean: number } | null }[];
      }[];
    };
    expect(about).toMatchObject({ seed: 4, replications: 300, edition: expect.stringMatching(/^2026-/) });
    expect(pulls.map(({ assumption, at }) => [assumption, at])).toEqual([
      ['arrivalsPerYear', 2],
      ['arrivalsPerYear', 12],
      ['accepts', 0.8],
      ['accepts', 1],
    ]);
    expect(pulls.map(({ source }) => source)).toEqual(['a report', 'a report', 'assumption', 'assumption']);
    const of = (index: number, measure: string): number =>
      pulls[index]?.effects.find((one) => one.measure === measure)?.effect?.mean ?? NaN;
    // Eight places turn few away: 2 of 7 women, and 10 of 8 who accept among 10.
    const admitted = base.find(({ measure }) => measure === 'admissions-a-year')?.mean ?? NaN;
    expect(of(0, 'admissions-a-year') / admitted).toBeCloseTo(2 / 7 - 1, 1);
    expect(of(2, 'admissions-a-year')).toBe(0);
    expect(of(3, 'admissions-a-year') / admitted).toBeCloseTo(0.25, 1);
    const lines = (await asked(ranged, '--tornado', '--replications', '300', '--seed', '4')).output.split('\n');
    const first = lines.findIndex((line) => line.startsWith('admissions-a-year'));
    expect(lines[first + 1]).toMatch(/^ {2}arrivalsPerYear = (2|12) /);
    expect(lines[first + 4]).toMatch(/^ {2}accepts = 0\.8 +0 \(0 to 0\)$/);
  });

  test('shows what assumptions do and what chance does apart', async () => {
    const { output } = await asked(ranged, '--layers', '40', '--replications', '60', '--json');
    const { measures, draws } = JSON.parse(output) as {
      readonly draws: number;
      readonly measures: readonly { readonly measure: string; readonly varianceOfAssumptions: number; readonly varianceOfChance: number }[];
    };
    const admitted = measures.find(({ measure }) => measure === 'admissions-a-year');
    expect(draws).toBe(40);
    // Evenly from 2 to 12 and from 0.8 to 1: a variance of about 6.9; chance: about 6.3 a year over three years.
    expect(admitted?.varianceOfAssumptions).toBeGreaterThan(4);
    expect(admitted?.varianceOfAssumptions).toBeLessThan(11);
    expect(admitted?.varianceOfChance).toBeGreaterThan(1.4);
    expect(admitted?.varianceOfChance).toBeLessThan(2.8);
    expect((await asked(ranged, '--layers', '5', '--replications', '60')).output).toContain('5 draws of the assumptions');
  });

  test('calls the same share by one name everywhere, and keeps shares from 0 to 1 in every layer', async () => {
    const scarce = JSON.stringify({ ...(JSON.parse(ranged) as object), years: 1, sites: [{ id: 'A', places: 4 }] });
    const alone = JSON.parse((await asked(scarce, '--replications', '200', '--json')).output) as Out;
    const known = alone.measures.map(({ name }) => name);
    const { base, pulls } = JSON.parse((await asked(scarce, '--tornado', '--replications', '200', '--json')).output) as {
      readonly base: readonly { readonly measure: string; readonly mean: number }[];
      readonly pulls: readonly { readonly effects: readonly { readonly measure: string }[] }[];
    };
    const { measures } = JSON.parse((await asked(scarce, '--layers', '30', '--replications', '40', '--json')).output) as {
      readonly measures: readonly (Readonly<Record<'assumptions' | 'chance' | 'both', readonly number[]>> & { readonly measure: string })[];
    };
    for (const { measure } of [...base, ...pulls.flatMap(({ effects }) => effects), ...measures]) expect(known).toContain(measure);
    const never = 'share-never-admitted';
    expect(base.find(({ measure }) => measure === never)?.mean).toBe(alone.measures.find(({ name }) => name === never)?.mean);
    expect(measures.find(({ measure }) => measure === never)?.chance[0]).toBe(0);
    for (const { measure, assumptions, chance, both } of measures)
      for (const value of [...assumptions, ...chance, ...both]) {
        expect(value).toBeGreaterThanOrEqual(0);
        if (/^share|^occupancy/.test(measure)) expect(value).toBeLessThanOrEqual(1);
      }
  });

  test('heads a table by the file where the scenario has no title, and writes no digits that are rubble', async () => {
    const { output } = await asked(smallest, '--replications', '70', '--format', 'csv');
    expect(output.split('\r\n')[0]).toBe('\uFEFF# scenario: scenario.json');
    expect(output).not.toMatch(/\d,\d{14,}/);
    expect(danishCsv([['about', 1.5]], ['a'], [[0.1 + 0.2], [1e15 + 2], [1 / 3], [NaN]])).toBe(
      '\uFEFF# about: 1,5\r\na\r\n0,3\r\n1000000000000002\r\n0,333333333333\r\n\r\n',
    );
  });

  test('writes what a Danish Excel opens: marks, decimal commas, the seed, and no formula', async () => {
    const { output } = await asked(ranged, '--replications', '50', '--seed', '9', '--format', 'csv');
    const lines = output.split('\r\n');
    expect(lines[0]).toBe('\uFEFF"# scenario: =En ""plan""; med ord"');
    expect(lines.slice(1, 4)).toEqual([expect.stringMatching(/^# edition: 2026/), '# seed: 9', '# replications: 50']);
    expect(lines[5]).toBe('measure;site;mean;low;high;p5;p25;p50;p75;p95');
    expect(lines[6]).toMatch(/^arrivals-a-year;;\d+,\d+;\d+,\d+;\d+,\d+;/);
    for (const line of lines.slice(6, -1)) expect(line.split(';')).toHaveLength(10);
    for (const words of [['--tornado'], ['--layers', '3']]) {
      const csv = (await asked(ranged, ...words, '--replications', '20', '--format', 'csv')).output;
      expect(csv).toContain('# seed: 1\r\n# replications: 20\r\n');
      expect(csv).toMatch(/;-?\d+,\d+;/);
    }
    expect((await asked(ranged, '--replications', '50', '--format', 'json')).output).toBe(
      (await asked(ranged, '--replications', '50', '--json')).output,
    );
  });

  test.each([
    [smallest, ['--tornado'], 1, 'scenario.json: no assumption has a range'],
    [ranged, ['--tornado', '--layers', '3'], 2, 'samlob simulate SCENARIO.json'],
    [ranged, ['--tornado', '--precision', '0.1'], 2, 'samlob simulate SCENARIO.json'],
    [ranged, ['--layers', '1'], 1, '--layers must be a whole number from 2 to 1000, and “1” is given.'],
    [
      ranged,
      ['--layers', '1000', '--replications', '1000000'],
      1,
      '--layers 1000 with --replications 1000000 is 1000000000 replications together, more than the 4545454 that there is room for.',
    ],
    [ranged, ['--tornado', '--replications', '1'], 1, '--replications must be a whole number from 2 to 1000000, and “1” is given.'],
    [ranged, ['--layers', '3', '--replications', '1'], 1, '--replications must be a whole number from 2 to 1000000, and “1” is given.'],
    [ranged, ['--format', 'xlsx'], 1, '--format must be csv or json'],
    [ranged, ['--format', 'csv', '--json'], 2, '--json and --format csv are two forms: one is written at a time.'],
    [ranged, ['--format', 'csv', '--estimates', '7'], 1, '--format csv is for one scenario'],
  ] as const)('says what is wrong with %j %j', async (text, words, code, sentence) => {
    const answer = await asked(text, ...words);
    expect({ code: answer.code, output: answer.output }).toEqual({ code, output: '' });
    expect(answer.said).toContain(sentence);
  });

  test('says that a file is not there', async () => {
    expect(await runCommand(simulate, [join(folder, 'none.json')])).toMatchObject({ code: 1, output: '' });
    expect((await runCommand(simulate, [])).code).toBe(2);
  });
});
