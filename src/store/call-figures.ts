/** What municipalities have answered to a call as figures, also as it stood on an earlier day: each answer that was written is kept. */
import type { Answer } from '../domain/call/answer.ts';
import { municipalityFigures, numbersOf } from '../domain/call/numbers.ts';
import type { CallPackage, CountQuestionId } from '../domain/call/package.ts';
import { municipalities } from '../domain/geography/municipalities.ts';
import type { Figure } from '../domain/numbers/figure.ts';
import { endOfDay } from '../domain/numbers/kept.ts';
import type { FigureGrouping } from '../domain/numbers/tabulate.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';

export type AnswerFigureQuestion = {
  readonly call: CallPackage;
  readonly question: CountQuestionId;
  readonly years: readonly [from: number, to: number];
  readonly by: FigureGrouping;
  readonly asOf: Day | null;
  /** What was written at this moment and not later, also within the day: then `asOf` is not asked. */
  readonly at?: Moment;
};

/** A figure with the moment that is looked back from. */
export type AnswerFigure = Figure & { readonly at: Moment };

/** From the answers that row security shows the one who asks: all of them for the operator and the agency. */
export function readAnswerFigures(
  db: Database,
  permit: Permit,
  { call, question, years: [from, to], by, asOf, at = asOf === null ? permit.at : endOfDay(asOf) }: AnswerFigureQuestion,
): Promise<readonly AnswerFigure[]> {
  return asActor(db, permit, { kind: 'figure', id: `${call.id}/${question}` }, async (tx) => {
    const rows = await tx
      .selectFrom('call_fact')
      .select(['municipality', 'data'])
      .where('call', '=', call.id)
      .where('type', '=', 'answered')
      .where('recorded', '<=', at)
      .orderBy('sequence')
      .execute();
    const latest = new Map(rows.map(({ municipality, data }) => [municipality, data as unknown as Answer]));
    const day = danishDay(at);
    const numbers = numbersOf(call, [...latest.values()], day);
    const figures = figuresBy(by, numbers, call, question, day);
    return figures.filter(({ period }) => Number(period) >= from && Number(period) <= to).map((figure) => ({ ...figure, at }));
  });
}

function figuresBy(
  by: FigureGrouping,
  { regions, country }: ReturnType<typeof numbersOf>,
  call: CallPackage,
  question: CountQuestionId,
  day: Day,
): readonly Figure[] {
  switch (by) {
    case 'country':
      return country.figures[question];
    case 'region':
      return regions.flatMap(({ figures }) => figures[question]);
    case 'municipality':
      return municipalities.flatMap((municipality) => {
        const answer = country.answers.find((one) => one.municipality === municipality.id);
        return answer ? municipalityFigures(call, answer, municipality, day)[question] : [];
      });
  }
}
