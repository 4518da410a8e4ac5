/** All published numbers as a file: each with its definition, source and the words it was said in. */
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import type { NumberFile, NumberRow } from '../../reports/number-file.ts';
import type { Day } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { geographyText } from '../../reports/number-names.ts';
import { statementsOf } from './statement.ts';
import { disputeTexts, gridTexts } from './texts.ts';

export function disputeFile(estimates: readonly PublishedEstimate[], today: Day, language: Language): NumberFile {
  const say = disputeTexts(language);
  return {
    title: say('fileTitle'),
    about: [
      [say('fileOf'), dayText(today, language)],
      [say('fileWarningIs'), say('fileWarning')],
    ],
    rows: estimates.map((estimate) => publishedRow(estimate, estimates, language)),
    tongue: language,
  };
}

/** A published number as a row: its definition is the sentence that the page says of it, with the columns of the grid. */
export function publishedRow(estimate: PublishedEstimate, all: readonly PublishedEstimate[], language: Language): NumberRow {
  const { id, low, high, year, said, source, quotation, kind, grid, municipality, note } = estimate;
  const word = gridTexts(language);
  const say = disputeTexts(language);
  const [is = '', ...compared] = statementsOf(estimate, all, language);
  return {
    id,
    name: `${word(`event.${grid.event}`)} (${say(`kind.${kind}`)})`,
    value: { low, high },
    unit: kind === 'share' ? say('kind.share') : word(`unit.${grid.unit}`),
    place: municipality ?? grid.geography,
    placeName: geographyText(estimate, language),
    period: year === '' ? word(`period.${grid.period}`) : year,
    asOf: said,
    definition: [
      is,
      `${word('column.population')}: ${word(`population.${grid.population}`)}.`,
      `${word('completeness')}: ${grid.completeness}`,
      ...compared,
    ].join(' '),
    edition: said,
    source: `${source}: «${quotation}»`,
    note: note ?? '',
  };
}
