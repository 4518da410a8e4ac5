import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../test/command.ts';
import { referenceText } from '../../test/planning-reference.ts';
import { simulationEdition } from '../domain/planning/simulation/run.ts';
import { sites } from './sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'samlob-sites-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const minutesFile = join(folder, 'minutes.csv');
const weightsFile = join(folder, 'weights.csv');

type Out = {
  readonly status: string;
  readonly open: readonly string[];
  readonly objective: number | null;
  readonly total: number | null;
  readonly assignment: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly optimal: boolean;
  readonly pastNearest?: number;
};

function files(minutes: string, weights: string): void {
  writeFileSync(minutesFile, minutes);
  writeFileSync(weightsFile, weights);
}

async function asked(line: string): Promise<Out> {
  const { code, output, said } = await runCommand(sites, [
    '--minutes',
    minutesFile,
    '--weights',
    weightsFile,
    '--json',
    ...line.split(' '),
  ]);
  expect(code, said).toBe(0);
  return JSON.parse(output) as Out;
}

const threeTowns = 'id;Nord;"Syd, ved åen"\nA;10;50\nB;20;40\nC;60;5\n';
const theirWeights = 'id,weight\nB,2\nA,1\nC,3\n';

describe('samlob sites', () => {
  test('gives the best sites, who goes where, and that it is proven', async () => {
    files(threeTowns, theirWeights);
    const both = { status: 'optimal', open: ['Nord', 'Syd, ved åen'], optimal: true };
    const assignment = { A: { Nord: 1 }, B: { Nord: 1 }, C: { 'Syd, ved åen': 1 } };
    expect(await asked('--p 2 --objective median')).toEqual({ ...both, objective: 65 / 6, total: 65, assignment });
    expect(await asked('--p 2 --objective coverage --within 10')).toEqual({ ...both, objective: 4 / 6, total: 65, assignment });
    expect(await asked('--p 2 --objective centre')).toEqual({ ...both, objective: 20, total: 65, assignment });
    expect(await asked('--p 1 --objective median')).toMatchObject({ open: ['Syd, ved åen'], total: 145 });
  });

  test('says how many go past the nearest open site where a volume sends them there, and nothing of it where none does', async () => {
    files('id,N,S\nA,10,50\nB,20,40\nC,60,5\n', 'id,weight\nA,3\nB,2\nC,1\n');
    // C alone is nearest to S: two of the five from A and B go there so that it has three of the six.
    expect((await asked('--p 2 --objective median --min-volume 3')).pastNearest).toBeCloseTo(2 / 6, 9);
    expect((await asked('--p 2 --objective median')).pastNearest).toBeUndefined();
    const words = ['--minutes', minutesFile, '--weights', weightsFile, '--p', '2', '--objective', 'median'];
    expect((await runCommand(sites, [...words, '--min-volume', '3'])).output).toContain(
      '33.3 % of the weight goes past its nearest open site, so that the volumes are kept.',
    );
    expect((await runCommand(sites, words)).output).not.toContain('past its nearest');
  });

  test('splits a place of residence where a site is full or needs its least volume', async () => {
    files(threeTowns, theirWeights);
    expect((await asked('--p 2 --objective median --capacity 3')).total).toBe(65);
    const full = await asked('--p 2 --objective median --min-volume 4 --capacity 5').catch(() => null);
    expect(full).toMatchObject({ status: 'infeasible', open: [], objective: null, optimal: true });
    files('id,X,Y\nA,1,9\nB,2,3\n', 'id,weight\nA,4\nB,2\n');
    expect((await asked('--p 2 --objective median --min-volume 2.5')).assignment).toEqual({ A: { X: 0.875, Y: 0.125 }, B: { Y: 1 } });
  });

  test.each([
    ['id,X\nA,1\nB,soon\n', 'id,weight\nA,1\nB,1\n', 'minutes.csv:3:3: minutes must be a number, 0 or more, and “soon” is given.'],
    ['id,X\nA,NaN\n', 'id,weight\nA,1\n', 'minutes.csv:2:3: minutes must be a number, 0 or more, and “NaN” is given.'],
    ['id,X\nA,1\n', 'id,weight\nA,-2\n', 'weights.csv:2:3: a weight must be a number, 0 or more, and “-2” is given.'],
    ['id,X\nA,1\nB,2\n', 'id,weight\nA,1\n', 'minutes.csv:3:1: “B” has no weight in '],
    ['id,X\nA,1\n', 'id,weight\nA,1\nC,1\n', 'weights.csv:3:1: “C” does not stand in '],
    ['id,X\nA,1,2\n', 'id,weight\nA,1\n', 'minutes.csv:2:5: the line has 3 cells and the header 2.'],
    ['id,X,X\nA,1,2\n', 'id,weight\nA,1\n', 'minutes.csv:1:6: X stands there twice.'],
    ['id,X\n"A,1\n', 'id,weight\nA,1\n', 'minutes.csv:2:1: a quote is opened and not closed.'],
    ['name,X\nA,1\n', 'id,weight\nA,1\n', 'minutes.csv:1:1: the first column must be called id.'],
    ['', 'id,weight\nA,1\n', 'minutes.csv:1:1: the file is empty.'],
    ['id,X\nA,1\n', 'id;need\nA;1\n', 'weights.csv:1:1: the columns must be id and weight.'],
  ])('says where a file is wrong: %j %j', async (minutes, weights, sentence) => {
    files(minutes, weights);
    const { code, output, said } = await runCommand(sites, [
      '--minutes',
      minutesFile,
      '--weights',
      weightsFile,
      '--p',
      '1',
      '--objective',
      'median',
    ]);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(said).toContain(sentence);
  });

  test.each([
    ['--p 3 --objective median', 1, '--p 3 is more than the 2 sites'],
    ['--p 0 --objective median', 1, '--p must be a whole number'],
    ['--p 1 --objective nearest', 2, 'There is no objective “nearest”'],
    ['--p 1 --objective median --capacity NaN', 1, '--capacity must be a number'],
    ['--p 1 --objective median --min-volume 5 --capacity 4', 1, '--min-volume 5 is more than --capacity 4'],
    ['--p 1 --objective coverage', 2, '--within is missing'],
    ['--p 1', 2, 'samlob sites --minutes'],
    ['--p 1 --objective median --best', 2, 'samlob sites --minutes'],
  ])('refuses «%s»', async (line, code, sentence) => {
    files(threeTowns, theirWeights);
    const answer = await runCommand(sites, ['--minutes', minutesFile, '--weights', weightsFile, ...line.split(' ')]);
    expect({ code: answer.code, output: answer.output }).toEqual({ code, output: '' });
    expect(answer.said).toContain(sentence);
  });
});

describe('samlob sites beyond one best set', () => {
  test('lists the best sets, and simulates them anew with the same women', async () => {
    files(threeTowns, theirWeights);
    const { sets } = JSON.parse((await run('--p 1 --objective median --best 5')).output) as {
      sets: { open: string[]; objective: number }[];
    };
    expect(sets).toEqual([
      { open: ['Syd, ved åen'], objective: 145 / 6 },
      { open: ['Nord'], objective: 230 / 6 },
    ]);
    writeFileSync(
      join(folder, 'scenario.json'),
      '{"years":5,"arrivalsPerYear":8,"stayYears":{"exp":0.5},"patience":"none","sites":[{"id":"any","places":6}]}',
    );
    const { edition, measures } = JSON.parse(
      (await run(`--p 1 --objective median --best 2 --scenario ${join(folder, 'scenario.json')} --replications 200`)).output,
    ) as { edition: string; measures: { measure: string; outcome: string; ranking: { open: string[]; value: { mean: number } }[] }[] };
    expect(edition).toBe(simulationEdition);
    const travel = measures.find(({ measure }) => measure === 'travel-minutes');
    expect(travel).toMatchObject({ outcome: 'one-is-best', ranking: [{ open: ['Syd, ved åen'] }, { open: ['Nord'] }] });
    expect(travel?.ranking[0]?.value.mean).toBeCloseTo(145 / 6, 0);
    expect(measures.find(({ measure }) => measure === 'share-never-admitted')?.outcome).toBe('cannot-be-told-apart');
  });

  test('says how wrong the travel times may be', async () => {
    files(threeTowns, theirWeights);
    const { output } = await run('--p 1 --objective median --change 0.5');
    expect(JSON.parse(output)).toMatchObject({ open: ['Syd, ved åen'], staysBest: false, contenders: [{ open: ['Nord'] }] });
    expect(JSON.parse((await run('--p 1 --objective median --change 0.05')).output)).toMatchObject({ staysBest: true, safeUpTo: 0.05 });
    const inWords = async (share: string) =>
      (
        await runCommand(sites, [
          '--minutes',
          minutesFile,
          '--weights',
          weightsFile,
          ...`--p 1 --objective median --change ${share}`.split(' '),
        ])
      ).output
        .trimEnd()
        .split('\n');
    expect(await inWords('0.5')).toEqual([
      expect.stringMatching(/^Syd, ved åen stays best while no time is more than \d+\.\d % wrong$/),
      expect.stringMatching(/^ {2}from \d+\.\d % {2}Nord$/),
      'With every travel time up to 50 % longer or shorter, each for itself, one other set of as many sites can be better.',
    ]);
    expect(await inWords('0.05')).toEqual([
      'Syd, ved åen stays best',
      'With every travel time up to 5 % longer or shorter, each for itself, no other set of as many sites is better.',
    ]);
  });

  test('gives the least regret across the estimates of need', async () => {
    files('id,X,Y,Z\nA,0,10,6\nB,10,0,6\n', 'id,few,many\nA,9,0\nB,1,80\n');
    expect(JSON.parse((await run('--p 1 --objective median')).output)).toEqual({
      status: 'optimal',
      best: {
        few: { open: ['X'], values: { few: 1, many: 10 }, regrets: { few: 0, many: 10 }, worst: 10, impossible: 0 },
        many: { open: ['Y'], values: { few: 9, many: 0 }, regrets: { few: 8, many: 0 }, worst: 8, impossible: 0 },
      },
      leastRegret: { open: ['Z'], values: { few: 6, many: 6 }, regrets: { few: 5, many: 6 }, worst: 6, impossible: 0 },
      bestOnAverage: null,
    });
    const wide = JSON.parse((await run('--p 1-2 --objective median --min-volume 6 --chances 1,3')).output) as Record<
      string,
      { open: string[]; impossible: number }
    >;
    expect(wide.leastRegret).toMatchObject({ open: ['Z'], impossible: 0 });
    expect(wide.best).toMatchObject({ few: { open: ['X'] }, many: { open: ['Y'], impossible: 0 } });
  });

  test.each([
    ['--p 1-2 --objective median', 2, 'wants a column of weights for each estimate'],
    ['--p 1 --objective median --chances 1,2', 2, '--chances wants a column'],
    ['--p 1 --objective median --best 2 --change 0.1', 2, 'are two questions'],
    ['--p 1 --objective median --scenario x.json', 2, '--scenario wants --best'],
    ['--p 1 --objective median --change 1', 1, '--change must be a share'],
    ['--p 1 --objective centre --change 0.2', 1, 'the longest way is no sum'],
    ['--p 1 --objective median --best 0', 1, '--best must be a whole number'],
  ])('refuses «%s»', async (line, code, sentence) => {
    files(threeTowns, theirWeights);
    const answer = await run(line);
    expect({ code: answer.code, output: answer.output }).toEqual({ code, output: '' });
    expect(answer.said).toContain(sentence);
  });

  const two = 'id,A,B\nx,10,20\ny,30,5\n';
  const ofTwo = 'id,weight\nx,1\ny,2\n';

  test.each([
    ['tabulators', two.replaceAll(',', '\t'), ofTwo],
    ['line ends of Windows and a mark of UTF-8', `\uFEFF${two.replaceAll('\n', '\r\n').replaceAll(',', ';')}`, ofTwo],
    ['line ends of the oldest Macs', two.replaceAll('\n', '\r'), ofTwo],
    ['decimal commas', 'id;A;B\nx;10,0;20,0\ny;30,0;5,0\n', 'id;weight\nx;1,0\ny;2\n'],
  ])('reads %s', async (_, minutes, weights) => {
    files(minutes, weights);
    expect(await asked('--p 1 --objective median')).toMatchObject({ open: ['B'], total: 30 });
  });

  test.each([
    ['id;A;B\nx;1,000;20\ny;30;5\n', ofTwo, 'minutes.csv:2:3: “1,000” can be read as thousands or as decimals'],
    [two, 'id,weight\nx,1e308\ny,1e308\n', 'weights.csv:2:3: a weight must be 10¹² or less, and “1e308” is given.'],
    ['id,A,B\n,10,20\ny,30,5\n', 'id,weight\n,1\ny,2\n', 'minutes.csv:2:1: the id is empty.'],
    [two, 'id,few,none\nx,1,0\ny,2,0\n', 'weights.csv:1:8: “none” has no weight above 0, so there is nobody to choose sites for.'],
    [two, 'id,weight\nx,0\ny,0\n', 'weights.csv:1:4: “weight” has no weight above 0, so there is nobody to choose sites for.'],
    [two, 'id,weight\nx,1\ny,2\n,3\n', 'weights.csv:4:1: the id is empty.'],
  ])('refuses %j with %j', async (minutes, weights, sentence) => {
    files(minutes, weights);
    const answer = await run('--p 1 --objective median');
    expect([answer.code, answer.output]).toEqual([1, '']);
    expect(answer.said).toContain(sentence);
  });

  test('reckons with what each site costs and holds of its own', async () => {
    files(two, ofTwo);
    const own = join(folder, 'own.csv');
    const terms = (text: string, line: string): Promise<Out> => {
      writeFileSync(own, text);
      return asked(`--sites ${own} ${line}`);
    };
    const both = 'site;fixed;capacity;min-volume\nB;100;2;\nA;5,5;;1\n';
    // A alone costs 10 + 2·30 and opens for 5.5; B alone holds 2 of 3; both take 10 + 2·5 and open for 105.5.
    expect(await terms(both, '--p 1-2 --objective cost')).toMatchObject({ open: ['A'], objective: 75.5, total: 70 });
    expect(await terms(both, '--p 1-2 --objective cost --minute-price 10')).toMatchObject({
      open: ['A', 'B'],
      objective: 305.5,
      total: 20,
    });
    expect(await terms(both, '--p 1 --objective median')).toMatchObject({ open: ['A'], total: 70 });
    expect(await terms('site,min-volume,capacity\nA,2,2\nB,2,2\n', '--p 1 --objective centre')).toMatchObject({ status: 'infeasible' });
    expect(await terms('site,min-volume\nA,2\nB,2\n', '--p 2 --objective median')).toMatchObject({ status: 'infeasible' });
  });

  test.each([
    ['site,fixed\nA,1\n', '--objective cost', 'own.csv:1:1: the site “B” has no line.'],
    ['site,fixed\nA,1\nB,1\nC,1\n', '--objective cost', 'own.csv:4:1: “C” is no site of the minutes.'],
    ['site,price\nA,1\nB,1\n', '--objective cost', 'own.csv:1:6: the columns must be site and any of fixed, min-volume, capacity.'],
    ['site,fixed\nA,1\nA,1\n', '--objective cost', 'own.csv:3:1: A stands there twice.'],
    ['site,fixed\nA,x\nB,1\n', '--objective cost', 'own.csv:2:3: fixed must be a number, 0 or more, and “x” is given.'],
    ['site,min-volume,capacity\nA,3,2\nB,1,1\n', '--objective cost', 'own.csv:2:1: “A” has a least volume above its capacity.'],
    ['site,fixed\nA,1\nB,1\n', '--objective median --minute-price 3', '--minute-price wants --objective cost.'],
    ['site,fixed\nA,1\nB,1\n', '--objective cost --best 2', 'without --best and --change'],
    ['site,fixed\nA,1\nB,1\n', '--objective median --change 0.2', 'without --best and --change'],
  ])('says of the terms %j with %s what is wrong', async (text, line, sentence) => {
    files(two, ofTwo);
    writeFileSync(join(folder, 'own.csv'), text);
    const answer = await run(`--p 1 --sites ${join(folder, 'own.csv')} ${line}`);
    expect(answer.code).not.toBe(0);
    expect(answer.output).toBe('');
    expect(answer.said).toContain(sentence);
  });

  function run(line: string): ReturnType<typeof runCommand> {
    return runCommand(sites, ['--minutes', minutesFile, '--weights', weightsFile, '--json', ...line.split(' ')]);
  }
});

const published = referenceText('capacity/location_reference.json');
const travel = referenceText('geo/travel_minutes_98x22.json');

if (published !== null && travel !== null) {
  const values = JSON.parse(published) as {
    pmed: { values: Record<string, number> };
    pcenter: { values: Record<string, number> };
    cap: { values: Record<string, number> };
    denmark_pmedian_births_weighted_minutes: Record<string, string | [number, string]>;
  };

  describe('the instances beside the project', () => {
    test.each(['pmed1', 'pmed3', 'pmed6'])('%s of the OR-Library has its published optimum', async (name) => {
      const numbers = (referenceText(`capacity/${name}.txt`) ?? '').trim().split(/\s+/).map(Number);
      const p = numbers[2]!;
      const distances = shortestWays(numbers);
      files(
        `id,${distances.map((_, site) => `S${site}`).join()}\n${distances.map((row, id) => `${id},${row.join()}\n`).join('')}`,
        `id,weight\n${distances.map((_, id) => `${id},1\n`).join('')}`,
      );
      expect(await asked(`--p ${p} --objective median`)).toMatchObject({ total: values.pmed.values[name], optimal: true });
      expect(await asked(`--p ${p} --objective centre`)).toMatchObject({ objective: values.pcenter.values[name], optimal: true });
    });

    test('cap41 of the OR-Library has its published optimum, with what each warehouse costs and holds', async () => {
      const numbers = (referenceText('capacity/cap41.txt') ?? '').trim().split(/\s+/).map(Number);
      const [sitesOf = 0, homes = 0, ...rest] = numbers;
      const terms = Array.from({ length: sitesOf }, (_, site) => rest.slice(2 * site, 2 * site + 2));
      const demands = Array.from({ length: homes }, (_, home) => rest.slice(2 * sitesOf + home * (sitesOf + 1)).slice(0, sitesOf + 1));
      files(
        `id,${terms.map((_, site) => `S${site}`).join()}\n${demands.map(([weight = 1, ...costs], home) => `${home},${costs.map((cost) => cost / weight).join()}\n`).join('')}`,
        `id,weight\n${demands.map(([weight], home) => `${home},${weight}\n`).join('')}`,
      );
      const own = join(folder, 'cap41.csv');
      writeFileSync(own, `site,capacity,fixed\n${terms.map(([capacity, fixed], site) => `S${site},${capacity},${fixed}\n`).join('')}`);
      const { objective, optimal } = await asked(`--sites ${own} --p 1-16 --objective cost`);
      expect(optimal).toBe(true);
      expect(objective).toBeCloseTo(values.cap.values['cap41']!, 3);
    });

    test('Denmark has the sites found by four other solvers', async () => {
      const { sites: names, rows } = JSON.parse(travel) as { sites: string[]; rows: { code: string; w: number; t: number[] }[] };
      files(
        `id;${names.join(';')}\n${rows.map(({ code, t }) => `${code};${t.join(';')}\n`).join('')}`,
        `id,weight\n${rows.map(({ code, w }) => `${code},${w}\n`).join('')}`,
      );
      for (const [p, wanted] of Object.entries(values.denmark_pmedian_births_weighted_minutes)) {
        if (typeof wanted === 'string') continue;
        const { objective, open, optimal } = await asked(`--p ${p.slice(1)} --objective median`);
        expect(objective).toBeCloseTo(wanted[0], 3);
        expect({ open: open.join(' '), optimal }).toEqual({ open: wanted[1], optimal: true });
      }
    });
  });
}

/** Floyd's distances of an OR-Library graph; of an edge that stands there twice the last counts. */
function shortestWays([n = 0, edges = 0, , ...rest]: readonly number[]): readonly (readonly number[])[] {
  const way = Array.from({ length: n }, (_, from) => Array.from({ length: n }, (__, to) => (from === to ? 0 : Infinity)));
  for (let edge = 0; edge < edges; edge += 1) {
    const [from, to, length] = rest.slice(3 * edge, 3 * edge + 3);
    way[from! - 1]![to! - 1] = way[to! - 1]![from! - 1] = length!;
  }
  for (let by = 0; by < n; by += 1)
    for (let from = 0; from < n; from += 1)
      for (let to = 0; to < n; to += 1) way[from]![to] = Math.min(way[from]![to]!, way[from]![by]! + way[by]![to]!);
  return way;
}
