/** The table by municipality: for the internal edition alone, by type. */
import { forInternalUse, type Internal, internalWriter } from '../disclosure/publishable.ts';
import type { Municipality } from '../geography/municipalities.ts';
import type { Figure } from '../numbers/figure.ts';
import type { Day } from '../time.ts';
import type { Answer, AnswerOrigin } from './answer.ts';
import { municipalityFigures, type PlaceNumbers } from './numbers.ts';
import { type CallPackage, countQuestionIds } from './package.ts';
import type { ReportRow, ReportTable } from './report-document.ts';

const origins: Readonly<Record<AnswerOrigin, string>> = { document: 'rapport', municipality: 'kommunen', 'made-up': 'opdigtet' };

/** One row per municipality that was asked, also those that have not answered. */
export function municipalityTable(call: CallPackage, place: PlaceNumbers, asOf: Day): ReportTable<'internal'> {
  const { text } = internalWriter;
  const columns = countQuestionIds.flatMap((question) => call.years.map((year) => ({ question, year })));
  return {
    type: 'table',
    id: 'kommuner',
    caption: text`Kommunernes egne tal. Kun i den interne udgave`,
    headColumn: text`Kommune`,
    columns: [
      ...columns.map(({ question, year }) => ({
        title: forInternalUse(`${question === 'any' ? 'I alt' : 'Døgn'} ${year}`),
        isNumeric: true,
      })),
      { title: text`Kilde`, isNumeric: false },
    ],
    rows: place.asked.map((municipality) => municipalityRow(call, municipality, answerFrom(place, municipality), asOf)),
    notes: [
      text`«I alt» er visiteret til behandling, døgn eller ambulant. «Døgn» er den del, der er visiteret til døgnbehandling.`,
      text`Kilde: «opdigtet» er tal, som dokumenterne ikke giver for den enkelte kommune; «rapport» følger af en rapport; «kommunen» er indberettet i Samløb.`,
    ],
  };
}

/** The figures behind the table, with definition and source. */
export function municipalFigures(call: CallPackage, place: PlaceNumbers, asOf: Day): readonly Figure[] {
  return place.asked.flatMap((municipality) => {
    const answer = answerFrom(place, municipality);
    if (!answer) return [];
    const figures = municipalityFigures(call, answer, municipality, asOf);
    return [...figures.any, ...figures.residential];
  });
}

function municipalityRow(call: CallPackage, municipality: Municipality, answer: Answer | null, asOf: Day): ReportRow<'internal'> {
  const head = forInternalUse(municipality.name);
  if (!answer) {
    const blank = countQuestionIds.flatMap(() => call.years.map(() => internalWriter.text`–`));
    return { head, cells: [...blank, internalWriter.text`ikke svaret`], isTotal: false };
  }
  const figures = municipalityFigures(call, answer, municipality, asOf);
  const cells = [...figures.any, ...figures.residential].map((figure) => internalWriter.value(forInternalUse(figure)));
  return { head, cells: [...cells, originText(answer)], isTotal: false };
}

function originText({ counts: { any, residential } }: Answer): Internal<string> {
  return forInternalUse(
    any.origin === residential.origin ? origins[any.origin] : `${origins[any.origin]}; døgn: ${origins[residential.origin]}`,
  );
}

function answerFrom({ answers }: PlaceNumbers, { id }: Municipality): Answer | null {
  return answers.find((answer) => answer.municipality === id) ?? null;
}
