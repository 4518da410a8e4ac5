/** An analysis of the hidden number as a file: CSV, JSON and Excel, each with what is needed to understand it and to run it again. */
import { dependenceOf } from '../domain/estimation/dependence.ts';
import { type Analysis, writtenReport } from '../domain/estimation/analysis.ts';
import { internalAnalysis } from '../domain/estimation/internal-analysis.ts';
import { usesOf } from '../domain/estimation/answer-use.ts';
import { saysOf } from '../domain/estimation/answer.ts';
import { reportInWords } from '../domain/estimation/report-words.ts';
import { methodIn, methodSentence, remarkIn, saidIn, statusIn, type Tongue, useIn } from './estimate-speech.ts';
import { danishMoment, type Moment } from '../domain/time.ts';
import { type FileAbout, tableFile, type TableFileType } from './table-files.ts';

export type AnalysisFile = Analysis & {
  readonly digest: string;
  readonly recorded: Moment;
  readonly byName: string;
  readonly told: readonly string[];
};

type Cell = string | number;

const heads = {
  da: [
    'metode',
    'hvad metoden gør',
    'lister, der hænger sammen',
    'model',
    'skøn',
    'nedre',
    'øvre',
    'niveau',
    'AIC',
    'BIC',
    'status',
    'bemærkninger',
  ],
  en: [
    'method',
    'what the method does',
    'lists that depend',
    'model',
    'estimate',
    'low',
    'high',
    'level',
    'AIC',
    'BIC',
    'status',
    'remarks',
  ],
} as const;
const sheets = {
  da: { methods: 'Metoder', table: 'Tabellen', about: 'Om analysen', count: 'antal' },
  en: { methods: 'Methods', table: 'The table', about: 'About the analysis', count: 'count' },
} as const;

/** CSV and Excel say it in the reader's words; JSON has the names of the command line. */
export function analysisFile(type: TableFileType, analysis: AnalysisFile, tongue: Tongue): Promise<string | Uint8Array> {
  const { methods, table, about, count } = sheets[tongue];
  const finite = JSON.parse(writtenReport(analysis.report)) as Analysis['report'];
  return tableFile(type, {
    about: aboutIn(analysis, tongue),
    aboutName: about,
    sheets: [
      { name: methods, head: heads[tongue], rows: rowsIn(analysis, tongue) },
      { name: table, head: [...analysis.table.lists, count], rows: tableOf(analysis) },
    ],
    json: {
      internal: true,
      mayRead: internalAnalysis,
      about: Object.fromEntries(aboutInCode(analysis)),
      table: analysis.table,
      told: analysis.told,
      ...reportInWords(finite),
    },
  });
}

function rowsIn({ report: { methods, lists } }: AnalysisFile, tongue: Tongue): readonly (readonly Cell[])[] {
  const shown = (value: number | null): Cell => (value === null || !Number.isFinite(value) ? '' : value);
  return methods.map(({ method, model, estimate, interval: [low, high], level, aic, bic, status, remarks }) => [
    methodIn(method, tongue),
    methodSentence(method, tongue),
    dependenceOf(model, lists) ?? '',
    model ?? '',
    shown(estimate),
    shown(low),
    shown(high),
    level,
    shown(aic),
    shown(bic),
    statusIn(status, tongue),
    remarks.map((one) => remarkIn(one, tongue)).join(' '),
  ]);
}

function tableOf({ table: { lists, cells } }: Analysis): readonly (readonly Cell[])[] {
  return cells
    .slice(1)
    .map(({ low, high }, at) => [...lists.map((_, list) => ((at + 1) >> list) & 1), low === high ? low : `${low}-${high}`]);
}

const terms = {
  da: {
    internal: 'intern',
    title: 'analyse',
    answer: 'svar',
    may: 'kan bruges til',
    not: 'kan ikke bruges til',
    low: 'svar fra',
    high: 'svar til',
    observed: 'set på mindst én liste',
    digest: 'tabellens fingeraftryk (SHA-256)',
    edition: 'metodernes udgave',
    seed: 'startnummer',
    replicates: 'trukket igen',
    recorded: 'regnet',
    by: 'af',
    told: 'om listerne',
  },
  en: {
    internal: 'internal',
    title: 'analysis',
    answer: 'answer',
    may: 'can be used for',
    not: 'cannot be used for',
    low: 'answer from',
    high: 'answer to',
    observed: 'seen on at least one list',
    digest: 'fingerprint of the table (SHA-256)',
    edition: 'edition of the methods',
    seed: 'seed',
    replicates: 'drawn again',
    recorded: 'run',
    by: 'by',
    told: 'of the lists',
  },
} as const;

function aboutIn({ title, digest, edition, seed, replicates, recorded, byName, report, told }: AnalysisFile, tongue: Tongue): FileAbout {
  const { observed, conclusion } = report;
  const [words, uses] = [terms[tongue], usesOf(report)];
  const answer = saysOf(report, conclusion).map((said) => saidIn(said, tongue));
  return [
    [words.title, title],
    [words.internal, internalAnalysis[tongue]],
    [words.answer, answer.join(' ')],
    ...uses.may.map((use) => [words.may, useIn(use, tongue)] as const),
    ...uses.not.map((use) => [words.not, useIn(use, tongue)] as const),
    [words.low, rounded(conclusion.range?.low)],
    [words.high, rounded(conclusion.range?.high)],
    [words.observed, typeof observed === 'number' ? observed : observed.join('–')],
    [words.digest, digest],
    [words.edition, edition],
    [words.seed, seed],
    [words.replicates, replicates],
    [words.recorded, danishMoment(recorded)],
    [words.by, byName],
    ...told.map((line) => [words.told, line] as const),
  ];
}

function rounded(persons: number | null | undefined): Cell {
  return typeof persons === 'number' ? Math.round(persons) : '';
}

function aboutInCode({ title, digest, edition, seed, replicates, recorded, byName, report: { observed } }: AnalysisFile): FileAbout {
  return [
    ['title', title],
    ['observed', typeof observed === 'number' ? observed : observed.join('-')],
    ['tableSha256', digest],
    ['methodEdition', edition],
    ['seed', seed],
    ['replicates', replicates],
    ['recorded', recorded],
    ['by', byName],
  ];
}
