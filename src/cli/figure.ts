/** `samlob figure ID --period 2017..2019 --by region`: figures with definition, edition, source, period and day, also as of an earlier day. */
import { decide } from '../access/decide.ts';
import { callPackages } from '../domain/call/packages.ts';
import { type CountQuestionId, countQuestionIds } from '../domain/call/package.ts';
import { figureDefinition, figureDefinitions } from '../domain/numbers/definitions.ts';
import type { Figure } from '../domain/numbers/figure.ts';
import { fixedDayOf } from '../domain/numbers/fixed-day.ts';
import { type FigureGrouping, figureGroupings } from '../domain/numbers/tabulate.ts';
import { danishDay, type Day, type Moment, parseDay, parseMoment, yearOf } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { readAnswerFigures } from '../store/call-figures.ts';
import type { Database } from '../store/database.ts';
import { seeFigures, type ViewQuestion } from '../store/figure-view.ts';
import { readFigures } from '../store/figures.ts';
import { type FigureRow, figureRow } from '../reports/figure-rows.ts';
import { type Command, type CommandContext, type ExitCode, exitCodes } from './command.ts';
import { nearestFew } from './help.ts';
import { operator } from './operator.ts';
import { readWords } from './words.ts';

export const usage = `samlob figure ID --period 2017..2019 --by municipality|region|country [--as-of YYYY-MM-DD|MOMENT] [--json] [--internal]
Small counts are protected: by region or country, for years that are over, as of the end of the last quarter. --internal gives all counts as they are, for use inside the house.
samlob figure lists the ids. A day means what was known at its end; a moment, such as
2026-11-22T09:00:00.000Z from the field “at”, gives the digits of that moment again. What a municipality has answered to a call is ID 2019-gravide/residential.`;

const options = {
  period: { type: 'string' },
  by: { type: 'string' },
  'as-of': { type: 'string' },
  json: { type: 'boolean' },
  internal: { type: 'boolean' },
} as const;

type Wanted = {
  readonly years: readonly [number, number];
  readonly by: FigureGrouping;
  readonly asOf: Day | null;
  /** The moment that is looked back from, where one is given. */
  readonly at?: Moment;
  readonly read: (db: Database, permit: Permit) => Promise<readonly Figure[] | 'not-published'>;
};
type Refused = { readonly code: ExitCode; readonly sentence: string };

export const figure: Command = async (words, context) => {
  const read = readWords(words, { options, needed: [], usage });
  if (typeof read === 'string') return refuse(context, { code: exitCodes.usage, sentence: read });
  const { values } = read;
  const [id, ...more] = read.others;
  if (id === undefined) return list(context, values.json === true);
  if (more.length > 0)
    return refuse(context, {
      code: exitCodes.usage,
      sentence: `One figure is asked for at a time: “${more[0]}” is one too many.\n${usage}`,
    });
  const today = danishDay(context.now());
  const wanted = wantedBy(id, values.period, values.by, values['as-of'], { internal: values.internal === true, now: context.now() });
  if ('sentence' in wanted) return refuse(context, wanted);

  const db = await context.database();
  if (!db) return exitCodes.noDatabase;
  const decision = decide(operator, 'figure:read', context.now());
  if (decision.outcome === 'refused') throw new Error('the operator may not read figures');
  const figures = await wanted.read(db, decision.permit);
  if (figures === 'not-published') return refuse(context, { code: exitCodes.badInput, sentence: notPublished(id) });
  const rows = figures.map(figureRow);
  context.say(values.internal === true ? internalOnly : protectedOnly);
  const { asOf, next } = fixedDayOf(today);
  if (values.internal !== true) context.say(`As of ${asOf}, a fixed day: the same figures are given until ${next}.`);
  if (values.internal !== true && wanted.years[1] >= yearOf(today))
    context.say(`Left out: years that are not over (${Math.max(wanted.years[0], yearOf(today))} and later). --internal shows them.`);
  context.write(values.json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
  return exitCodes.done;
};

function refuse(context: CommandContext, { code, sentence }: Refused): ExitCode {
  context.say(sentence);
  return code;
}

const internalOnly =
  'Internal: small counts are as they are. Do not pass them on; what is published goes through samlob protect and the ledger.';
const protectedOnly =
  'Protected: small counts are hidden. This is no release; what is published goes through samlob protect and the ledger.';
const notPublished = (id: string): string =>
  `The figure “${id}” has no protected form: write --internal to see it for use inside the house. samlob figure lists the others.`;

function wantedBy(
  id: string,
  period: string | undefined,
  by: string | undefined,
  asOf: string | undefined,
  { internal, now }: { readonly internal: boolean; readonly now: Moment },
): Wanted | Refused {
  // Before what is missing: whoever asks for a figure that is not there gets no further by a period.
  if (!figureDefinition(id) && !answeredFigures().some((known) => known.id === id)) return noSuchFigure(id);
  if (period === undefined) return { code: exitCodes.usage, sentence: `--period is missing.\n${usage}` };
  if (by === undefined) return { code: exitCodes.usage, sentence: `--by is missing.\n${usage}` };
  const bad = (sentence: string): Refused => ({ code: exitCodes.badInput, sentence });
  const years = readPeriod(period);
  if (years === 'backwards') return bad(`“${period}” ends before it begins: write the earlier year first.`);
  if (!years) return bad(`“${period}” is not a period: write 2019 or 2017..2019, at most 100 years.`);
  const grouping = figureGroupings.find((known) => known === by);
  if (!grouping)
    return { code: exitCodes.usage, sentence: `There is no grouping “${by}”. Known: ${figureGroupings.join(', ')}.\n${usage}` };
  const today = danishDay(now);
  const at = asOf === undefined ? null : parseMoment(asOf);
  const day = asOf === undefined || at !== null ? null : parseDay(asOf);
  if (asOf !== undefined && day === null && at === null)
    return bad(`“${asOf}” is not a day or a moment: write YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SS.000Z.`);
  if (day !== null && day > today) return bad(`“${day}” is after today, ${today}: nothing is known of it yet.`);
  if (at !== null && at > now) return bad(`“${at}” is after now, ${now}: nothing is known of it yet.`);
  const shared = { years, by: grouping, asOf: day, ...(at === null ? {} : { at }) };
  const definition = figureDefinition(id);
  if (!internal && grouping === 'municipality')
    return bad('Protected figures are by region or country: write --internal to see municipalities.');
  if (!internal && asOf !== undefined)
    return bad(
      `Protected figures are as of a fixed day, now ${fixedDayOf(today).asOf}: the difference of two days of one's choice can be one woman. Write --internal for another.`,
    );
  if (definition && !internal) return { ...shared, read: (db, permit) => readProtected(db, permit, { definition, ...shared }) };
  if (definition) return { ...shared, read: (db, permit) => readFigures(db, permit, { definition, ...shared }) };
  const answered = answeredFigures().find((known) => known.id === id);
  if (answered && !internal) return { ...shared, read: () => Promise.resolve('not-published') };
  if (answered) return { ...shared, read: (db, permit) => readAnswerFigures(db, permit, { ...answered, ...shared }) };
  return noSuchFigure(id);
}

/** The id, the nearest that there are, and where all stand. */
function noSuchFigure(id: string): Refused {
  const near = nearestFew(
    id,
    [...figureDefinitions, ...answeredFigures()].map((known) => known.id),
  );
  const meant = near.length === 0 ? '' : ` Nearest: ${near.join(', ')}.`;
  return { code: exitCodes.usage, sentence: `There is no figure “${id}”.${meant} samlob figure lists them all.` };
}

async function readProtected(db: Database, permit: Permit, question: ViewQuestion): Promise<readonly Figure[] | 'not-published'> {
  const [seen] = await seeFigures(db, permit, { sees: 'protected' }, [question]);
  if (!seen || seen.outcome === 'not-published') return 'not-published';
  return question.by === 'country' ? seen.figures.filter(({ place }) => place === 'danmark') : seen.figures;
}

/** `2019`, or `2017..2019` with both years counted. */
function readPeriod(text: string): readonly [number, number] | 'backwards' | null {
  const match = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text);
  if (!match) return null;
  const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
  if (from > to) return 'backwards';
  return from >= 1900 && to <= 2200 && to - from < 100 ? [from, to] : null;
}

type Answered = { readonly id: string; readonly call: (typeof callPackages)[number]; readonly question: CountQuestionId };

/** What the municipalities have answered, one figure for each question of each call. */
function answeredFigures(): readonly Answered[] {
  return callPackages.flatMap((call) => countQuestionIds.map((question) => ({ id: `${call.id}/${question}`, call, question })));
}

function list(context: CommandContext, json: boolean): ExitCode {
  const known = [
    ...figureDefinitions.map(({ id, edition, text, origin }) => ({ id, edition, definition: text, origin })),
    ...answeredFigures().map(({ id, call, question }) => {
      const { edition, text } = call.questions[question].definition;
      return { id, edition, definition: text, origin: call.source };
    }),
  ];
  context.write(
    json
      ? `${JSON.stringify(known, null, 2)}\n`
      : known.map(({ id, edition, definition }) => `${id}  (${edition})\n  ${definition}\n`).join(''),
  );
  return exitCodes.done;
}

/** For people: what all rows share stands once above them. */
function table(rows: readonly FigureRow[]): string {
  const [first] = rows;
  if (!first) return 'No rows.\n';
  // Each row has its own source where they are not all the same: a region's is the answers of its own municipalities.
  const isOne = rows.every(({ source }) => source === first.source);
  const lines = rows.map(({ period, place, part, value, source }) =>
    [
      period,
      place,
      ...(part === undefined ? [] : [part]),
      typeof value === 'number' ? `${value}` : 'suppressed',
      ...(isOne ? [] : [source]),
    ].join('\t'),
  );
  return `${first.definition}\n${first.edition} · ${isOne ? first.source : 'the source stands on each line'} · ${first.at ?? first.asOf}\n\n${lines.join('\n')}\n`;
}
