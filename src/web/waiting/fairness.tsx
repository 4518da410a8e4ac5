/** The report of fairness as tables, each with how it is counted. */
import type { JSX, ReactNode } from 'react';
import { regions } from '../../domain/geography/regions.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import { type FairnessReport, reachedEdition, type WaitsOf } from '../../domain/placement/waiting-fairness.ts';
import type { Day } from '../../domain/time.ts';
import { dayText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { FairnessSentences } from './fairness-sentences.tsx';
import { fairnessTexts } from './fairness-texts.ts';
import { reachedTexts } from './reached-texts.ts';
import { waitingTexts } from './texts.ts';
import { unitName } from './words.ts';

type Props = {
  readonly report: FairnessReport;
  readonly candidates: readonly Candidate[];
  readonly today: Day;
  readonly language: Language;
};

export function Fairness({ report, candidates, today, language }: Props): JSX.Element {
  const [say, reached] = [waitingTexts(language), reachedTexts(language)];
  return (
    <>
      <p>{say('fairnessIntro', { day: dayText(today, language) })}</p>
      <FairnessSentences report={report} language={language} />
      <h2>{fairnessTexts(language)('tables')}</h2>
      <Counts
        caption={reached('caption')}
        headings={[reached('step'), say('count'), say('medianWait'), say('longestWait')]}
        rows={report.reached.map(({ step, waits }) => [
          reached(`reached.${step}`),
          waits.count,
          rounded(waits.median, language),
          rounded(waits.longest, language),
        ])}
      />
      <Waits caption={say('byBand')} rows={report.byBand} nameOf={(band) => say(`band.${band}`)} language={language} />
      <Waits
        caption={say('bySize')}
        rows={report.bySize}
        nameOf={(size) => (size === 'unknown' ? say('unknown') : say(`size.${size}`))}
        language={language}
      />
      <Waits
        caption={say('byRegion')}
        rows={report.byRegion}
        nameOf={(region) => (region === 'unknown' ? say('unknown') : regions[region].name)}
        language={language}
      />
      {report.refusals.length === 0 ? (
        <p>{say('noRefusals')}</p>
      ) : (
        <Counts
          caption={say('refusalsTable')}
          headings={[say('unit'), say('reason'), say('count')]}
          rows={report.refusals.map(({ unit, reason, count }) => [
            unitName(candidates, unit),
            reason === 'unsaid' ? say('pass.unsaid') : say(`refuse.${reason}`),
            count,
          ])}
        />
      )}
      <Counts
        caption={say('offersTable')}
        headings={[say('event'), say('count'), say('medianHours')]}
        rows={report.offers.map(({ status, count, medianHours }) => [say(`offer.${status}`), count, rounded(medianHours, language)])}
      />
      <Counts
        caption={say('overtakingsTable')}
        headings={[say('reason'), say('overtakings'), say('passed')]}
        rows={report.overtakings.map(({ reason, count, passed }) => [say(`overtake.${reason}`), count, passed])}
      />
      <Card heading={say('definitions')}>
        <ul>
          <li>{reached('definition', { edition: reachedEdition })}</li>
          {(['waits', 'band', 'size', 'overtakings', 'source'] as const).map((key) => (
            <li key={key}>{say(`definition.${key}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

type WaitsProps<Group extends string> = {
  readonly caption: string;
  readonly rows: readonly WaitsOf<Group>[];
  readonly nameOf: (group: Group) => string;
  readonly language: Language;
};

function Waits<Group extends string>({ caption, rows, nameOf, language }: WaitsProps<Group>): JSX.Element {
  const say = waitingTexts(language);
  return (
    <Counts
      caption={caption}
      headings={[
        say('group'),
        say('waitingNow'),
        say('medianWait'),
        say('longestWait'),
        reachedTexts(language)('heldCount'),
        say('placedCount'),
        say('medianWait'),
        say('longestWait'),
      ]}
      rows={rows.map(({ group, waiting, held, placed }) => [
        nameOf(group),
        waiting.count,
        rounded(waiting.median, language),
        rounded(waiting.longest, language),
        held.count,
        placed.count,
        rounded(placed.median, language),
        rounded(placed.longest, language),
      ])}
    />
  );
}

/** A table whose first column names the row; figures stand to the right. */
function Counts({
  caption,
  headings,
  rows,
}: {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}): JSX.Element {
  const cell = (value: string | number, heading: string, column: number): ReactNode => (
    <td key={`${column} ${heading}`} className={typeof value === 'number' ? 'number' : undefined} data-label={heading}>
      {value}
    </td>
  );
  return (
    <div className="stacked labelled">
      <Sheet caption={caption}>
        <thead>
          <tr>
            {headings.map((heading, column) => (
              <th key={`${column} ${heading}`} scope="col" className={typeof rows[0]?.[column] === 'number' ? 'number' : undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = '', ...rest]) => (
            <tr key={`${first} ${rest[0] ?? ''}`}>
              <th scope="row">{first}</th>
              {rest.map((value, column) => cell(value, headings[column + 1] ?? '', column))}
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}

/** One decimal at most; a dash where nobody is counted. */
function rounded(value: number | null, language: Language): string {
  return value === null ? '–' : numberText(Math.round(value * 10) / 10, language);
}
