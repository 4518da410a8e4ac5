/**
 * A study as a file: every number with what it is of, and all that is needed to run it again. CSV and Excel say it in the reader's words, JSON has the
 * names that programs read.
 */
import { demandAt, demandPoints, type Study } from '../../domain/planning/lab/study.ts';
import type { StudyAnswer } from '../../domain/planning/lab/study-answer.ts';
import { type FileAbout, tableFile, type TableFileType, tableFileTypes } from '../../reports/table-files.ts';
import type { KeptStudy } from '../../store/planning-study.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { isLever } from '../../domain/planning/lab/levers.ts';
import { leverText } from './sensitivity-view.tsx';
import { siteName } from './site-name.ts';
import { kindInWords, measureInWords, studyFileWords } from './study-file-words.ts';

export const studyFileTypes = ['csv', 'json', 'xlsx'] as const satisfies readonly TableFileType[];
export type StudyFileType = (typeof studyFileTypes)[number];

export function studyFileType(type: StudyFileType): string {
  return tableFileTypes[type];
}

const columns = [
  'kind',
  'proposal',
  'estimate',
  'source',
  'womenAYear',
  'unit',
  'assumption',
  'assumptionValue',
  'measure',
  'value',
  'low',
  'high',
] as const;
type Row = Readonly<Partial<Record<(typeof columns)[number], string | number | null>>>;

export async function studyFile(
  type: StudyFileType,
  study: KeptStudy,
  answer: StudyAnswer,
  language: Language,
): Promise<string | Uint8Array> {
  const about = aboutOf(study, answer);
  const rows = rowsOf(study.question, answer);
  const say = studyFileWords(language);
  return tableFile(type, {
    about: aboutInWords(about, language),
    aboutName: say('about'),
    sheets: [
      {
        name: say('sheet'),
        head: columns.map((column) => say(`column.${column}`)),
        rows: rows.map((row) => columns.map((column) => inWords(row, column, language))),
      },
    ],
    json: { about, question: study.question, rows },
  });
}

function inWords(row: Row, column: (typeof columns)[number], language: Language): string | number {
  const value = row[column] ?? '';
  if (typeof value === 'number') return value;
  switch (column) {
    case 'kind':
      return kindInWords(value, language);
    case 'measure':
      return measureInWords(value, row.unit !== undefined, language);
    case 'unit':
      return siteName(value);
    case 'assumption':
      return isLever(value) ? leverText({ lever: value }, language) : value;
    case 'proposal':
    case 'estimate':
    case 'source':
    case 'womenAYear':
    case 'assumptionValue':
    case 'value':
    case 'low':
    case 'high':
      return value;
  }
}

/** What stands above the numbers, with what the kinds of rows and the measures are. */
function aboutInWords(about: About, language: Language): FileAbout {
  const say = studyFileWords(language);
  return [
    [say('about.study'), about.study],
    [say('about.edition'), about.edition],
    [say('about.seed'), about.seed],
    [say('about.replications'), about.replications],
    [say('about.asked'), momentText(about.asked, language)],
    [say('about.by'), about.by],
    [say('about.kind'), say('kinds.are')],
    [say('about.measures'), say('measures.are')],
    [say('about.interval'), say('interval.is')],
    [say('about.assumptions'), say('assumptions.are')],
  ];
}

type About = ReturnType<typeof aboutOf>;

function aboutOf({ id, edition, question, recorded, byName }: KeptStudy, { replications }: StudyAnswer) {
  return {
    study: id,
    edition,
    seed: question.effort.seed,
    replications,
    asked: recorded,
    by: byName,
    interval:
      '95 % around the mean, given so many replications; in rows of kind “chance” and “year” 5 % and 95 % of single periods or years',
    assumptions: 'every value of a scenario is an assumption or has its source in its basis: see the JSON file',
  };
}

function rowsOf(study: Study, answer: StudyAnswer): readonly Row[] {
  if (study.kind === 'sensitivity' && answer.kind === 'sensitivity') {
    const at = {
      proposal: study.proposal.title,
      estimate: study.estimate.name,
      source: study.estimate.source,
      womenAYear: demandAt(study.estimate, 'middle'),
    };
    return [
      ...answer.base.map(({ measure, value }) => ({ kind: 'level', ...at, measure, ...estimated(value) })),
      ...answer.pulls.flatMap(({ lever, range, effects }) =>
        effects.flatMap(({ measure, low, high }) => [
          { kind: 'effect', ...at, assumption: lever, assumptionValue: range[0], measure, ...estimated(low) },
          { kind: 'effect', ...at, assumption: lever, assumptionValue: range[1], measure, ...estimated(high) },
        ]),
      ),
    ];
  }
  if (study.kind !== 'comparison' || answer.kind !== 'comparison') return [];
  return study.proposals.flatMap((proposal, index) =>
    study.estimates.flatMap((stated, estimate): readonly Row[] => {
      const levels = answer.proposals[index]?.[estimate];
      const at = { proposal: proposal.title, estimate: stated.name, source: stated.source };
      return [
        ...(levels?.levels ?? []).flatMap(({ measure, at: points, chance }) => [
          ...demandPoints.map((point) => ({
            kind: 'level',
            ...at,
            womenAYear: demandAt(stated, point),
            measure,
            ...estimated(points[point]),
          })),
          ...(chance
            ? [
                {
                  kind: 'chance',
                  ...at,
                  womenAYear: demandAt(stated, 'middle'),
                  measure,
                  low: chance[0],
                  value: chance[1],
                  high: chance[2],
                },
              ]
            : []),
        ]),
        ...(levels?.units ?? []).flatMap(({ site, admissions, withThree, years }) => [
          ...demandPoints.flatMap((point) => [
            {
              kind: 'unit',
              ...at,
              unit: site,
              womenAYear: demandAt(stated, point),
              measure: 'admissions-a-year',
              ...estimated(admissions[point]),
            },
            {
              kind: 'unit',
              ...at,
              unit: site,
              womenAYear: demandAt(stated, point),
              measure: 'years-with-three',
              ...estimated(withThree[point]),
            },
          ]),
          {
            kind: 'year',
            ...at,
            unit: site,
            womenAYear: demandAt(stated, 'middle'),
            measure: 'admissions-in-a-year',
            low: years[0],
            value: years[2],
            high: years[4],
          },
        ]),
        ...(levels?.fan ?? []).map((year, of) => ({
          kind: 'year',
          ...at,
          womenAYear: demandAt(stated, 'middle'),
          measure: `admissions-in-year-${of + 1}`,
          low: year[0],
          value: year[2],
          high: year[4],
        })),
        ...(index === 0 ? [] : (answer.differences[index - 1]?.[estimate] ?? [])).flatMap(({ measure, at: points }) =>
          demandPoints.map((point) => ({
            kind: `difference from ${study.proposals[0]?.title}`,
            ...at,
            womenAYear: demandAt(stated, point),
            measure,
            ...estimated(points[point]),
          })),
        ),
      ];
    }),
  );
}

function estimated(value: { readonly mean: number; readonly interval: readonly [number, number] } | null): Row {
  return value === null ? { value: null } : { value: value.mean, low: value.interval[0], high: value.interval[1] };
}
