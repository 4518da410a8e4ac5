/** `samlob costs TABLE.csv`: public cost of pathways by age interval, from an uploaded table; an empty table gives an empty answer. */
import { basename } from 'node:path';
import { costLines } from '../domain/planning/costs/cost-lines.ts';
import { breakEven, type CostLine, pathwayCosts, type PathwayCostTable, shareThatPays } from '../domain/planning/costs/pathway-costs.ts';
import { type AnswerForm, readForm } from './answer-form.ts';
import { type Command, type ExitCode, exitCodes } from './command.ts';
import { danishCsv } from '../reports/danish-csv.ts';
import { type FileProblem, problemAt, readTableFile, type TableFile } from './table-file.ts';
import { readFileAndOptions } from './words.ts';

export const usage = [
  'samlob costs TABLE.csv --currency C --price-year Y --discount-rate R [--at AGE] [--compare ONE:OTHER [--stay AMOUNT]] [--json|--format csv|json]',
  'The columns of the table are pathway, from, to (ages in years from the birth, below 0 in pregnancy) and per_year.',
  'Lines of one pathway whose ages overlap are added. --stay is paid once for the one pathway, and counts in when it breaks even.',
].join('\n');

const options = {
  currency: { type: 'string' },
  'price-year': { type: 'string' },
  'discount-rate': { type: 'string' },
  at: { type: 'string' },
  compare: { type: 'string' },
  stay: { type: 'string' },
  json: { type: 'boolean' },
  format: { type: 'string' },
} as const;

export const costs: Command = async (words, context) => {
  const asked = readAsked(words);
  if ('sentence' in asked) {
    context.say(asked.sentence);
    return asked.code;
  }
  const { terms, file, compare, stay, form } = asked;
  const read = await readTableFile(file);
  const lines = 'problem' in read ? read : linesOf(read);
  if ('problem' in lines) {
    context.say(lines.problem);
    return exitCodes.badInput;
  }
  const table: PathwayCostTable = { ...terms, lines };
  const answer = pathwayCosts(table);
  const compared = compare && breakEven(table, compare.one, compare.other, stay ?? 0);
  if (compared?.outcome === 'unknown-pathway') {
    context.say(`${file} has no pathway “${compared.pathway}”.`);
    return exitCodes.badInput;
  }
  const comparison =
    compare && compared?.outcome === 'compared'
      ? {
          ...compare,
          net: compared.net,
          breakEven: compared.age,
          couldPay: compared.couldPay,
          ...(stay === null ? {} : { shareThatPays: shareThatPays(stay, compared.couldPay) }),
        }
      : null;
  const { currency, priceYear, discountRate } = terms;
  const pathways = answer.outcome === 'empty' ? [] : answer.pathways;
  if (answer.outcome === 'empty') context.say('The table is empty, and so is the answer.');
  const out = {
    currency,
    priceYear,
    discountRate,
    at: answer.outcome === 'empty' ? null : answer.at,
    pathways,
    ...(compare ? { comparison } : {}),
  };
  const lineOf = (name: string, value: number): string => `${name.padEnd(28)}${value.toFixed(0).padStart(14)} ${currency}\n`;
  if (form === 'csv') {
    context.write(asCsv(out, comparison, file));
    return exitCodes.done;
  }
  context.write(
    form === 'json'
      ? `${JSON.stringify(out)}\n`
      : [
          `Prices of ${priceYear}, discounted by ${(100 * discountRate).toFixed(2)} % a year${out.at === null ? '' : ` to the age of ${out.at}`}\n`,
          ...pathways.flatMap(({ pathway, intervals, presentValue }) => [
            ...intervals.map(({ from, to, presentValue: part }) => lineOf(`  ${pathway} ${from} to ${to}`, part)),
            lineOf(pathway, presentValue),
          ]),
          ...(comparison
            ? [
                lineOf(`${comparison.one} less ${comparison.other}`, comparison.net),
                `${comparison.breakEven === null ? 'It does not break even within the table' : comparison.breakEven === 'from-the-start' ? 'It never costs more' : `It breaks even at the age of ${comparison.breakEven.toFixed(2)}`}.\n`,
                ...(stay === null ? [] : [payingLine(shareThatPays(stay, comparison.couldPay))]),
              ]
            : []),
        ].join(''),
  );
  return exitCodes.done;
};

type Out = Pick<PathwayCostTable, 'currency' | 'priceYear' | 'discountRate'> & {
  readonly at: number | null;
  readonly pathways: Extract<ReturnType<typeof pathwayCosts>, { readonly pathways: unknown }>['pathways'];
};

/** One row for each interval of a pathway, one for its whole, and the comparison with the age at which it breaks even. */
function asCsv(
  { currency, priceYear, discountRate, at, pathways }: Out,
  comparison: { readonly one: string; readonly other: string; readonly net: number; readonly breakEven: number | string | null } | null,
  file: string,
): string {
  return danishCsv(
    Object.entries({ table: basename(file), currency, priceYear, discountRate, ...(at === null ? {} : { at }) }),
    ['kind', 'pathway', 'from', 'to', 'presentValue', 'breakEven'],
    [
      ...pathways.flatMap(({ pathway, intervals, presentValue }) => [
        ...intervals.map(({ from, to, presentValue: part }) => ['interval', pathway, from, to, part, null]),
        ['pathway', pathway, null, null, presentValue, null],
      ]),
      ...(comparison ? [['net', `${comparison.one} less ${comparison.other}`, null, null, comparison.net, comparison.breakEven]] : []),
    ],
  );
}

/** Whether a stay pays for itself, and in how many of a hundred it must turn one way into the other. */
function payingLine(share: number | null): string {
  return share === null || share > 1
    ? 'The stay does not pay for itself, even if every one turns the other way into the one.\n'
    : `The stay pays for itself when it turns the other way into the one in ${(100 * share).toFixed(1)} of 100.\n`;
}

type Asked = {
  readonly terms: Omit<PathwayCostTable, 'lines'>;
  readonly file: string;
  readonly compare: { readonly one: string; readonly other: string } | null;
  readonly stay: number | null;
  readonly form: AnswerForm;
};
type Refused = { readonly code: ExitCode; readonly sentence: string };

function readAsked(words: readonly string[]): Asked | Refused {
  const read = readFileAndOptions(words, { options, needed: ['currency', 'price-year', 'discount-rate'], usage });
  if (typeof read === 'string') return { code: exitCodes.usage, sentence: read };
  const { file, values: given } = read;
  const [priceYear, discountRate] = [numberIn(given['price-year'] ?? ''), numberIn(given['discount-rate'] ?? '')];
  if (!/^\d{4}$/.test(given['price-year'] ?? ''))
    return bad(`--price-year must be a year of four digits, and “${given['price-year']}” is given.`);
  if (!(discountRate >= 0 && discountRate <= 1))
    return bad(`--discount-rate must be a share from 0 to 1, and “${given['discount-rate']}” is given.`);
  const form = readForm(given, usage);
  if (typeof form !== 'string') return form;
  const at = given.at === undefined ? null : numberIn(given.at);
  if (at !== null && !Number.isFinite(at)) return bad(`--at must be an age, and “${given.at}” is given.`);
  const [, one, other] = /^(.+):(.+)$/.exec(given.compare ?? '') ?? [];
  if (given.compare !== undefined && (one === undefined || other === undefined))
    return bad(`--compare must be two pathways such as with:without, and “${given.compare}” is given.`);
  const stay = given.stay === undefined ? null : numberIn(given.stay);
  if (stay !== null && !(stay >= 0)) return bad(`--stay must be an amount of 0 or more, and “${given.stay}” is given.`);
  if (stay !== null && one === undefined) return { code: exitCodes.usage, sentence: `--stay wants --compare.\n${usage}` };
  return {
    terms: { currency: given.currency ?? '', priceYear, discountRate, at },
    file,
    compare: one === undefined || other === undefined ? null : { one, other },
    stay,
    form,
  };
}

function bad(sentence: string): Refused {
  return { code: exitCodes.badInput, sentence };
}

/** NaN when it is not a plain finite number. */
function numberIn(text: string): number {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : NaN;
}

function linesOf({ file, header, rows }: TableFile): readonly CostLine[] | FileProblem {
  const read = costLines([header, ...rows]);
  if (read.outcome === 'read') return read.lines;
  const named = read.problems
    .slice(0, mostProblems)
    .map(({ line, column, sentence }) => problemAt(file, { text: '', line, column }, sentence).problem);
  const others = read.problems.length - named.length;
  return { problem: [...named, ...(others > 0 ? [`and ${others} more.`] : [])].join('\n') };
}

/** Problems of a table that are named; the others are counted. */
const mostProblems = 20;
