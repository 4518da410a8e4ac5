/** What happened beside what the model says of a scenario: each with its source, and a sentence where there is no protected figure. */
import type { JSX } from 'react';
import type { PlanBlock } from '../../reports/plan-document.ts';
import type { RegisterFigureId } from '../../domain/planning/demand/register-assumptions.ts';
import type { DemandRange, NeedAnswer } from '../../domain/planning/proposals/answer.ts';
import type { StatedEstimate } from '../../domain/planning/simulation/scenario.ts';
import { danishDay } from '../../domain/time.ts';
import type { Permit } from '../../domain/trail.ts';
import type { Database } from '../../store/database.ts';
import { type OccupancyYears, readProtectedOccupancy } from '../../store/protected-occupancy.ts';
import { type PrintedFigure, readRegisterFigures } from '../../store/register-assumptions.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { registerAddress } from './addresses.ts';
import { newestOccupancy, noOccupancy, occupancyNote, shortOccupancyNote } from './occupancy-words.ts';
import { endsText, estimateText, isNarrowFor, percentText, rangeText, spanText } from './plan-words.ts';
import { figureFrom, figureValue } from './register-assumptions.tsx';
import { statedName } from './shown-need.ts';
import { planTexts } from './texts.ts';

const texts = catalogue(
  {
    heading: 'Sådan gik det, og sådan siger modellen',
    says: 'Registrets tal er, hvad der skete i hele landet med de pladser, der var. Modellens er, hvad der ville ske med scenariets pladser, fra skønnets laveste til dets højeste tal, og i parentes midt i skønnet. Er de langt fra hinanden, passer en antagelse måske ikke, eller også er der for meget eller for lidt plads i scenariet.',
    saysShort:
      'Registrets tal er, hvad der skete i hele landet med de pladser, der var. Modellens er med scenariets pladser, fra skønnets laveste til dets højeste tal, og i parentes midt i skønnet.',
    saysEnds:
      'Registrets tal er, hvad der skete i hele landet med de pladser, der var. Modellens er med scenariets pladser, fra skønnets laveste til dets højeste tal; over dem står skønnets kvinder om året.',
    what: 'Hvad',
    was: 'Sådan gik det',
    model: 'Modellen ved {name}',
    modelShort: 'Model, {women}',
    occupancy: 'Belægning',
    'before-birth': 'Uger i døgn før fødslen',
    waited: 'Ventetid til indskrivning, i uger',
    refused: 'Afslag fra stederne',
    weeks: '{span} uger',
    'differs.before-birth': 'Registret viser den midterste af dem, der har født; modellen middeltallet.',
    'differs.waited': 'Registret regner fra behovet blev vurderet og viser den midterste; modellen fra henvisningen og viser middeltallet.',
    'differs.occupancy': 'Registret er i hele 5 %.',
    'differs.refused': 'Registret: af de holdte pladser. Modellen: af de gange, et sted blev spurgt.',
    note: '{what}: {from}. {differs}',
    noteOfOccupancy: '{what}: {from}.',
    none: 'Scenariet har ingen steder, så modellen siger intet at holde det op mod.',
    source: 'Se registrets tal med forklaring',
  },
  {
    heading: 'What happened, and what the model says',
    says: 'The register’s figures are what happened in the whole country with the places there were. The model’s are what would happen with the places of the scenario, from the lowest to the highest number of the estimate, and in brackets at its middle. Where they are far apart an assumption may not fit, or the scenario has too much room or too little.',
    saysShort:
      'The register’s figures are what happened in the whole country with the places there were. The model’s are with the places of the scenario, from the lowest to the highest number of the estimate, and in brackets at its middle.',
    saysEnds:
      'The register’s figures are what happened in the whole country with the places there were. The model’s are with the places of the scenario, from the lowest to the highest number of the estimate; above them stand the women a year of the estimate.',
    what: 'What',
    was: 'What happened',
    model: 'The model at {name}',
    modelShort: 'Model, {women}',
    occupancy: 'Occupancy',
    'before-birth': 'Weeks in residential care before the birth',
    waited: 'Wait until admission, in weeks',
    refused: 'Refusals by the sites',
    weeks: '{span} weeks',
    'differs.before-birth': 'The register shows the middle one of those who have given birth; the model the mean.',
    'differs.waited':
      'The register counts from when the need was assessed and shows the middle one; the model counts from the referral and shows the mean.',
    'differs.occupancy': 'The register is in whole 5 %.',
    'differs.refused': 'The register: of the places held. The model: of the times that a site was asked.',
    note: '{what}: {from}. {differs}',
    noteOfOccupancy: '{what}: {from}.',
    none: 'The scenario has no sites, so the model says nothing to hold it against.',
    source: 'See the register’s figures with what they mean',
  },
);

const rows = ['occupancy', 'before-birth', 'waited', 'refused'] as const;
type Row = (typeof rows)[number];

/** The register's figure of each row; occupancy has a form of its own. */
const figureOf: Readonly<Record<Exclude<Row, 'occupancy'>, RegisterFigureId>> = {
  'before-birth': 'median-stay-before-birth',
  waited: 'median-need-to-admission',
  refused: 'holds-refused',
};

/** What the register prints. */
export type Observed = { readonly figures: readonly PrintedFigure[]; readonly occupancy: OccupancyYears };

/** So many years that are over. */
const yearsBack = 3;

/** Nothing but what may be shown to all, whoever asks. */
export async function readObserved(db: Database, permit: Permit): Promise<Observed> {
  const lastYear = Number(danishDay(permit.at).slice(0, 4)) - 1;
  return {
    figures: await readRegisterFigures(db, permit, [lastYear - yearsBack + 1, lastYear]),
    occupancy: await readProtectedOccupancy(db, permit, yearsBack),
  };
}

type Props = {
  readonly observed: Observed;
  readonly estimates: readonly StatedEstimate[];
  /** One for each estimate. */
  readonly answers: readonly NeedAnswer[];
  readonly hasSites: boolean;
  /** Whether the reader may open the page of the register's figures. */
  readonly mayReadOn: boolean;
  readonly language: Language;
};

export function ObservedBeside({ observed, estimates, answers, hasSites, mayReadOn, language }: Props): JSX.Element {
  const say = texts(language);
  return (
    <Card heading={say('heading')}>
      {hasSites ? (
        <>
          <p>{say('says')}</p>
          <Sheet caption={say('heading')} underHeading>
            <thead>
              <tr>
                <th scope="col">{say('what')}</th>
                <th scope="col">{say('was')}</th>
                {estimates.map((stated, index) => (
                  <th key={`${index} ${stated.name}`} scope="col" className="number">
                    {say('model', { name: statedName(stated, language) })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row}>
                  <th scope="row">
                    {say(row)}
                    <br />
                    <span className="quiet">{say(`differs.${row}`)}</span>
                  </th>
                  <td>
                    <Was row={row} observed={observed} language={language} />
                  </td>
                  {answers.map((answer, index) => (
                    <td key={`${index} ${row}`} className="number">
                      {modelText(row, answer, language)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Sheet>
          <p className="quiet">{occupancyNote(observed.occupancy, language)}</p>
        </>
      ) : (
        <p>{say('none')}</p>
      )}
      {mayReadOn && (
        <p className="no-print">
          <a href={registerAddress}>{say('source')}</a>
        </p>
      )}
    </Card>
  );
}

function Was({ row, observed, language }: { readonly row: Row } & Pick<Props, 'observed' | 'language'>): JSX.Element {
  const { value, from } = toldOf(row, observed, language);
  return (
    <>
      {value !== null && (
        <>
          <strong>{value}</strong>
          <br />
        </>
      )}
      <span className="quiet">{from}</span>
    </>
  );
}

type Told = { readonly value: string | null; readonly from: string };

function toldOf(row: Row, observed: Observed, language: Language): Told {
  return row === 'occupancy' ? occupancyOf(observed, language) : valueOf(figureOf[row], observed, language);
}

function occupancyOf({ occupancy }: Observed, language: Language): Told {
  return newestOccupancy(occupancy, language) ?? { value: null, from: noOccupancy(occupancy, language) };
}

function valueOf(figure: RegisterFigureId, { figures }: Observed, language: Language): Told {
  const found = figures.find((one) => one.figure === figure);
  return { value: found && found.value !== null ? figureValue(found, language) : null, from: found ? figureFrom(found, language) : '' };
}

/** `ends`: without the middle and the word for weeks, which the head of the row has. */
function modelText(row: Row, answer: NeedAnswer, language: Language, { ends = false } = {}): string {
  const written = ends ? endsText : rangeText;
  const percent = (range: DemandRange | null): string => written(range, (span) => percentText(span, language), language);
  const weeks = (range: DemandRange | null): string =>
    range === null
      ? '–'
      : ends
        ? spanText(range, 1, language)
        : texts(language)('weeks', {
            span: written(range, (span) => spanText(span, 1, language), language),
          });
  switch (row) {
    case 'occupancy':
      return percent(answer.occupancy);
    case 'before-birth':
      return weeks(answer.weeksBeforeBirth);
    case 'waited':
      return weeks(answer.weeksLost);
    case 'refused':
      return percent(answer.refused);
  }
}

type Documented = Pick<Props, 'observed' | 'estimates' | 'answers' | 'language'>;

/** The same in a document: what each figure is, of when it is and what it is counted by stands beneath the table. */
export function observedBlocks({ observed, estimates, answers, language }: Documented): readonly PlanBlock[] {
  const say = texts(language);
  const isNarrow = isNarrowFor(answers.length);
  return [
    { type: 'heading', text: say('heading') },
    { type: 'paragraph', text: say(isNarrow ? 'saysEnds' : 'saysShort'), isLead: false },
    {
      type: 'table',
      caption: say('heading'),
      headColumn: say('what'),
      columns: [
        { title: say('was'), isNumeric: true },
        ...estimates.map((need) => ({
          title: isNarrow
            ? estimateText({ need }, language)
            : say('modelShort', { women: planTexts(language)('under', { women: estimateText({ need }, language) }) }),
          isNumeric: true,
        })),
      ],
      rows: rows.map((row) => ({
        head: say(row),
        cells: [
          toldOf(row, observed, language).value ?? '–',
          ...answers.map((answer) => modelText(row, answer, language, { ends: isNarrow })),
        ],
        isTotal: false,
      })),
      // One after the other: a line of its own for each would take a page.
      notes: [
        [
          ...rows.map((row) => {
            const [what, from] = [say(row), toldOf(row, observed, language).from.replace(/\.$/, '')];
            return row === 'occupancy'
              ? say('noteOfOccupancy', { what, from })
              : say('note', { what, from, differs: say(`differs.${row}`) });
          }),
          shortOccupancyNote(observed.occupancy, language),
        ].join(' '),
      ],
    },
  ];
}
