import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type CommandRun, runCommand } from '../../test/command.ts';
import { costs } from './costs.ts';

const folder = mkdtempSync(join(tmpdir(), 'samlob-costs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'costs.csv');
const head = 'pathway,from,to,per_year\n';
const terms = ['--currency', 'DKK', '--price-year', '2021', '--discount-rate', '0'];

async function asked(text: string, ...words: readonly string[]): Promise<CommandRun> {
  writeFileSync(file, text);
  return runCommand(costs, [file, ...words]);
}

describe('samlob costs', () => {
  test('adds up a table, discounts it, and says when the one way has paid for itself', async () => {
    const table = `${head}treated,-0.5,0,800\ntreated,0,10,20\nuntreated,0,10,100\n`;
    const { code, output } = await asked(table, ...terms, '--compare', 'treated:untreated', '--stay', '200', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      currency: 'DKK',
      priceYear: 2021,
      at: -0.5,
      pathways: [
        { pathway: 'treated', presentValue: 600, intervals: [{ from: -0.5, to: 0, presentValue: 400 }, { presentValue: 200 }] },
        { pathway: 'untreated', presentValue: 1_000 },
      ],
      comparison: { one: 'treated', other: 'untreated', net: -200, breakEven: 7.5, couldPay: 400, shareThatPays: 0.5 },
    });
    const discounted = await asked(
      table,
      '--currency',
      'DKK',
      '--price-year',
      '2021',
      '--discount-rate',
      '0.035',
      '--at',
      '-0.75',
      '--json',
    );
    const [treated] = (JSON.parse(discounted.output) as { pathways: { presentValue: number }[] }).pathways;
    expect(treated?.presentValue).toBeCloseTo(
      (800 * (1.035 ** -0.25 - 1.035 ** -0.75) + 20 * (1.035 ** -0.75 - 1.035 ** -10.75)) / Math.log(1.035),
      8,
    );
    expect((await asked(table, ...terms, '--compare', 'treated:untreated')).output).toContain('It breaks even at the age of 5.00.');
    const paying = async (stay: string): Promise<string> =>
      (await asked(table, ...terms, '--compare', 'treated:untreated', '--stay', stay)).output;
    expect(await paying('200')).toContain('in 50.0 of 100.');
    expect(await paying('401')).toContain('The stay does not pay for itself');
  });

  test('writes what a Danish Excel opens, and reads it with its own marks', async () => {
    const danish = '\uFEFFforløb;fra;til;pr_år\r\nmed;0;1,5;100,5\r\nuden;0;1,5;200\r\n';
    const { code, output } = await asked(danish, ...terms, '--compare', 'med:uden', '--format', 'csv');
    expect(code).toBe(0);
    const lines = output.split('\r\n');
    expect(lines.slice(0, 4)).toEqual(['\uFEFF# table: costs.csv', '# currency: DKK', '# priceYear: 2021', '# discountRate: 0']);
    expect(lines).toContain('kind;pathway;from;to;presentValue;breakEven');
    expect(lines).toContain('pathway;med;;;150,75;');
    expect(lines).toContain('net;med less uden;;;-149,25;from-the-start');
    const later = await asked(`${head}a,-0.5,0,800\nb,0,10,100\n`, ...terms, '--compare', 'a:b', '--format', 'csv');
    expect(later.output.split('\r\n')).toContain('net;a less b;;;-600;4');
    for (const line of later.output.split('\r\n').filter((one) => /^(kind|interval|pathway|net)/.test(one)))
      expect(line.split(';')).toHaveLength(6);
    expect((await asked(danish, ...terms, '--format', 'json')).output).toBe((await asked(danish, ...terms, '--json')).output);
    expect(await asked(danish, ...terms, '--format', 'pdf')).toMatchObject({ code: 1, output: '' });
  });

  test('is empty for an empty table', async () => {
    const { code, output, said } = await asked(head, ...terms, '--compare', 'a:b', '--json');
    expect({ code, said }).toEqual({ code: 0, said: 'The table is empty, and so is the answer.' });
    expect(JSON.parse(output)).toMatchObject({ pathways: [], comparison: null, at: null });
  });

  test.each([
    ['pathway,from,to\n', [], 1, 'costs.csv:1:1: the columns must be pathway, from, to, per_year.'],
    [`${head}a,0,1,much\n`, [], 1, 'costs.csv:2:7: “much” is not a number.'],
    [`${head}a,1,1,5\n`, [], 1, 'costs.csv:2:5: the interval ends before it begins.'],
    [`${head}a,0,1,5\n`, ['--compare', 'a:b'], 1, 'has no pathway “b”.'],
    [`${head}a,0,1,5\n`, ['--compare', 'a'], 1, '--compare must be two pathways'],
    [`${head}a,0,1,5\n`, ['--stay', '5'], 2, 'samlob costs TABLE.csv'],
    [`${head}a,0,1,5\n`, ['--discount-rate', '2'], 1, '--discount-rate must be a share'],
    [`${head}a,0,1,5\n`, ['--format', 'csv', '--json'], 2, '--json and --format csv are two forms: one is written at a time.'],
    [`${head}a,0,1,5\n`, ['--format', 'lines'], 1, '--format must be csv or json, and “lines” is given.'],
    [`${head}a,0,1,5\n`, ['--cheap'], 2, 'samlob costs TABLE.csv'],
  ] as const)('refuses %j %j', async (text, words, code, sentence) => {
    const answer = await asked(text, ...terms, ...words);
    expect({ code: answer.code, output: answer.output }).toEqual({ code, output: '' });
    expect(answer.said).toContain(sentence);
  });

  test('names everything that is wrong with a table at once, each with its line and column', async () => {
    const { code, said } = await asked(`${head}a,0,x,100\n,1,2,50\nb,3,2,1\n`, ...terms);
    expect(code).toBe(1);
    expect(said.split('\n').map((line) => line.replace(/^.*costs\.csv:/, ''))).toEqual([
      '2:5: “x” is not a number.',
      '3:1: the pathway has no name.',
      '4:5: the interval ends before it begins.',
    ]);
    const many = await asked(`${head}${'a,0,1,much\n'.repeat(23)}`, ...terms);
    expect(many.said.split('\n').length).toBe(21);
    expect(many.said).toContain('and 3 more.');
  });
});
