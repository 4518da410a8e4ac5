/** Working numbers as a table: every count with its sums, the small ones marked, and above all that nothing of it may leave. */
import type { JSX } from 'react';
import { placeName } from '../../domain/call/attacked-cell.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import { finestCut, type JobChoices, placeCuts, type TableCut, treatmentCuts, yearCuts } from '../../domain/call/table-cut.ts';
import type { WorkingNumbers } from '../../domain/call/working-numbers.ts';
import { totalCode } from '../../domain/disclosure/dimension.ts';
import { isSmall, thresholds } from '../../domain/disclosure/terms.ts';
import type { Id } from '../../domain/id.ts';
import { workingAddress } from '../calls/addresses.ts';
import { SelectField } from '../ui/fields.tsx';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { fieldsFor } from './choices.ts';
import { CallSheet } from './release-table.tsx';
import { releasesAddress, releaseTexts } from './texts.ts';
import { workingTexts } from './working-words.ts';

/** The largest count that is small: the threshold less one, by the rule in force. */
export const mostSmall = thresholds[0].threshold - 1;

/** The page with its table divided so, or a file of it. */
export function workingCutAddress(call: Id<'call'>, cut: TableCut, ending: '' | 'csv' | 'json' | 'xlsx' = ''): string {
  const { sted = '', aar = '', behandling = '' } = fieldsFor(call, { method: 'rounding', zeros: 'show', cut });
  return `${workingAddress(call)}${ending === '' ? '' : `.${ending}`}?${new URLSearchParams({ sted, aar, behandling }).toString()}`;
}

type Props = {
  readonly call: CallPackage;
  readonly cut: TableCut;
  /** `null` where the reader sees no answer. */
  readonly numbers: WorkingNumbers | null;
  readonly language: Language;
};

export function WorkingView({ call, cut, numbers, language }: Props): JSX.Element {
  const say = workingTexts(language);
  const words = releaseTexts(language);
  const options = <T extends string>(values: readonly T[], of: (value: T) => string) => values.map((value) => ({ value, text: of(value) }));
  return (
    <>
      <Alert tone="attention" heading={say('notForRelease')}>
        <p>{say('notForReleaseText', { most: mostSmall })}</p>
      </Alert>
      <form method="get" action={workingAddress(call.id)} className="figure-query card no-print" aria-label={say('cut')}>
        <SelectField name="sted" label={words('places')} value={cut.places} options={options(placeCuts, (one) => words(`places.${one}`))} />
        <SelectField name="aar" label={words('years')} value={cut.years} options={options(yearCuts, (one) => words(`years.${one}`))} />
        <SelectField
          name="behandling"
          label={words('treatments')}
          value={cut.treatments}
          options={options(treatmentCuts, (one) => words(`treatments.${one}`))}
        />
        <button type="submit" className="button button-secondary">
          {say('show')}
        </button>
      </form>
      {numbers === null ? (
        <p>{say('none')}</p>
      ) : (
        <>
          <p>{countedSentence(numbers, language)}</p>
          <p className="no-print">
            {words('download')}:{' '}
            {(['xlsx', 'csv', 'json'] as const).map((type) => (
              <span key={type}>
                <a href={workingCutAddress(call.id, cut, type)}>{type === 'xlsx' ? 'Excel' : type.toUpperCase()}</a>{' '}
              </span>
            ))}
          </p>
          <p>
            <span className="small-count small-sign">{mostSmall}</span> {say('small', { most: mostSmall })}
          </p>
          <WorkingTable numbers={numbers} language={language} />
          <p className="quiet">{say('check')}</p>
        </>
      )}
      <p>
        <a href={releasesAddress}>{say('toReleases')}</a>
      </p>
    </>
  );
}

/** What the sums are made of, and how many have not answered. */
export function countedSentence({ shows, counted, unanswered }: WorkingNumbers, language: Language): string {
  const say = workingTexts(language);
  const of = say(shows(totalCode) ? 'country' : 'region', { counted });
  return unanswered > 0 ? `${of} ${say('unanswered', { count: unanswered })}` : of;
}

/** A place by what its row is made of: where some of it have not answered, its name says how many have. */
export function workingName(place: string, { completeness }: WorkingNumbers, language: Language): string {
  const name = placeName(place);
  const of = completeness(place);
  return of && of.answered < of.asked ? workingTexts(language)('some', { name, ...of }) : name;
}

function WorkingTable({ numbers, language }: { readonly numbers: WorkingNumbers; readonly language: Language }) {
  const say = workingTexts(language);
  const { table, shows } = numbers;
  return (
    <CallSheet
      caption={say('caption')}
      layout={table.layout}
      shows={shows}
      nameOf={(place) => workingName(place, numbers, language)}
      cellOf={(cell, key) => {
        const count = table.counts[cell] ?? 0;
        return isSmall(count, thresholds[0]) ? (
          <td key={key} className="number small-count">
            {numberText(count, language)} <span className="sr-only">({say('smallSign')})</span>
          </td>
        ) : (
          <td key={key} className="number">
            {numberText(count, language)}
          </td>
        );
      }}
      language={language}
    />
  );
}

/** The way to them from where nothing could be released, with the table divided as it was asked for. */
export function WayToWorkingNumbers({
  call,
  choices,
  language,
}: {
  readonly call: Id<'call'>;
  readonly choices?: JobChoices;
  readonly language: Language;
}): JSX.Element {
  const say = workingTexts(language);
  return (
    <div className="no-print">
      <Card heading={say('wayHeading')} id="arbejdstal">
        <p>{say('wayIs')}</p>
        <p>
          <a href={workingCutAddress(call, choices?.cut ?? finestCut)}>{say('way')}</a>
        </p>
      </Card>
    </div>
  );
}
