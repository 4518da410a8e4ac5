import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type CommandRun, runCommand } from '../../test/command.ts';
import { erlangB } from '../domain/planning/queues/erlang-b.ts';
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
type Out = { readonly seed: number; readonly replications: number; readonly measures: readonly Measure[] };

describe('samlob simulate', () => {
  test('answers the smallest scenario in the form that others rely on, near the exact answer', async () => {
    const { code, output, said } = await asked(smallest, '--seed', '3', '--replications', '2000', '--json');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const out = JSON.parse(output) as Out;
    expect(Object.keys(out)).toEqual(['seed', 'replications', 'measures']);
    expect({ seed: out.seed, replications: out.replications }).toEqual({ seed: 3, replications: 2_000 });
    for (const measure of out.measures) expect(Object.keys(measure)).toEqual(['name', 'site', 'mean', 'interval', 'quantiles']);
    const turned = out.measures.find(({ name }) => name === 'share-turned-away');
    expect(turned?.mean).toBeGreaterThan(erlangB(3.5, 8) * 0.75);
    expect(turned?.mean).toBeLessThan(erlangB(3.5, 8));
    expect(out.measures.filter(({ site }) => site === 'A').map(({ name }) => name)).toContain('three-in-every-year');
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
    [smallest.replace('"none"', '"birth"'), '1:68: patience is «birth», and there is no course with a birth.'],
  ])('refuses %s with file, line, column and field', async (text, sentence) => {
    const { code, output, said } = await asked(text);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    if (typeof sentence === 'string') expect(said.split('\n')).toContain(`${file}:${sentence}`);
    else expect(said).toMatch(sentence);
  });

  test.each([
    [['--replications', '0'], 1],
    [['--replications', '1e3'], 1],
    [['--seed', '-1'], 2],
    [['--seed', '1.5'], 1],
    [['--precision', '0'], 1],
    [['--precision', '0.1', '--measure', 'happiness', '--replications', '50'], 1],
    [['--measure', 'occupancy'], 2],
    [['more.json'], 2],
    [['--position', 'pilot'], 2],
    [['--estimates', '8-6'], 1],
    [['--estimates', '6', '--position', 'nobody'], 1],
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
    const both = await asked(one, '--position', 'nothing-new', '--estimates', '7', '--replications', '50', '--json');
    expect(JSON.parse(both.output)).toMatchObject({
      answers: [
        { proposal: 'One unit', estimate: { from: 7, to: 7 }, sustained: { from: 1, to: 1 }, units: [{ site: 'A' }] },
        { proposal: 'nothing-new', neverAdmitted: { from: 1, to: 1 }, units: [] },
      ],
    });
    expect((await asked(one, '--position', 'nothing-new', '--estimates', '7', '--replications', '50')).output).toContain(
      'Here there is no unit',
    );
  });

  test('says that a file is not there', async () => {
    expect(await runCommand(simulate, [join(folder, 'none.json')])).toMatchObject({ code: 1, output: '' });
    expect((await runCommand(simulate, [])).code).toBe(2);
  });
});
