/** One figure: its places and years, what it is, its files, and the pathways behind it for those who take part in them. */
import type { JSX } from 'react';
import type { FigureSight } from '../../access/figures.ts';
import type { FigureDefinition } from '../../domain/numbers/figure-definition.ts';
import type { TabulatedFigure } from '../../domain/numbers/tabulate.ts';
import type { Day } from '../../domain/time.ts';
import type { FigureLine, SeenFigures } from '../../store/figure-view.ts';
import { comparedText } from '../../reports/figure-compare.ts';
import { pathwayAddress } from '../pathways/addresses.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { dayText, momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Sheet, Strip } from '../ui/pieces.tsx';
import { figureAddress } from './addresses.ts';
import { weeksAndDays } from './weeks-and-days.ts';
import { type FigureQuery, type FigureQueryText, yearsOf } from './figure-query.ts';
import { FigureTable } from './figure-view.tsx';
import { NotYet, SightWords } from './sight-words.tsx';
import { callsAddress } from '../calls/addresses.ts';
import { releasesAddress } from '../release/texts.ts';
import { disputeTexts, figureTexts } from './texts.ts';

type OneProps = {
  readonly definition: FigureDefinition;
  readonly seen: SeenFigures;
  readonly sight: FigureSight;
  readonly query: FigureQuery;
  readonly asked: FigureQueryText;
  readonly lines: readonly FigureLine[] | null;
  readonly today: Day;
  /** Whether the reader makes releases, and so may read the ledger. */
  readonly releases: boolean;
  /** Whether the reader may read the calls. */
  readonly calls: boolean;
  readonly language: Language;
};

export function OneFigure({ definition, seen, sight, query, asked, lines, today, releases, calls, language }: OneProps): JSX.Element {
  const say = figureTexts(language);
  const years = seen.outcome === 'protected' || seen.outcome === 'not-yet' ? seen.years : yearsOf(query.years);
  const [first] = seen.outcome === 'not-published' ? [] : seen.figures;
  const repeated = Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  return (
    <>
      <Strip>
        <SightWords sight={sight} today={today} language={language} />
        {seen.outcome !== 'not-published' && seen.outcome !== 'not-yet' && (
          <p className="no-print">
            {say('download')}:{' '}
            {(['xlsx', 'csv', 'json'] as const).map((format) => (
              <a key={format} href={figureAddress(definition.id, repeated, format)}>
                {say(format)}{' '}
              </a>
            ))}
            <br />
            {say(`file.${seen.outcome}`)}{' '}
            {releases && (
              <>
                {say('published.releases')} <a href={releasesAddress}>{say('published.toReleases')}</a>
              </>
            )}
            {!releases && calls && (
              <>
                {say('published.calls')} <a href={callsAddress}>{say('published.toCalls')}</a>
              </>
            )}
          </p>
        )}
      </Strip>
      <form method="get" className="figure-query card no-print">
        <TextField
          name="periode"
          label={say('period')}
          hint={say('periodHint')}
          value={asked.periode ?? query.years.join('..')}
          errors={query.errors}
        />
        {(sight.sees === 'country' || sight.sees === 'region') && (
          <SelectField
            name="efter"
            label={say('by')}
            value={query.by}
            options={(sight.sees === 'country'
              ? (['region', 'municipality', 'country'] as const)
              : (['region', 'municipality'] as const)
            ).map((by) => ({ value: by, text: say(`by.${by}`) }))}
          />
        )}
        {sight.sees !== 'protected' && (
          <TextField name="pr" label={say('asOf')} hint={say('asOfHint')} type="date" value={asked.pr ?? ''} errors={query.errors} />
        )}
        <button type="submit" className="button button-primary">
          {say('show')}
        </button>
      </form>
      {seen.outcome === 'not-yet' ? (
        <NotYet comes={seen.comes} language={language} />
      ) : seen.outcome === 'not-published' ? (
        <Alert tone="notice">{say('notPublished')}</Alert>
      ) : (
        <>
          <FigureTable
            definition={definition}
            figures={seen.figures}
            years={years}
            language={language}
            short={query.by === 'municipality'}
          />
          <WeeksAre definition={definition} figures={seen.figures} language={language} />
        </>
      )}
      <Card>
        <Pairs
          pairs={[
            [
              say('definition'),
              <span key="text" lang="da">
                {definition.text}
              </span>,
            ],
            [say('comparedWith'), comparedText(definition, language)],
            [
              say('origin'),
              <span key="origin" lang="da">
                {definition.origin}
              </span>,
            ],
            [say('edition'), first?.definition.edition ?? definition.edition],
            [say('inForce'), dayText(definition.from, language)],
            ...(first
              ? ([
                  [
                    say('source'),
                    <span key="source" lang="da">
                      {first.source}
                    </span>,
                  ],
                  [say('asOf'), momentText(first.at, language)],
                ] as const)
              : []),
          ]}
        />
      </Card>
      {lines && <Behind lines={lines} language={language} />}
    </>
  );
}

type WeeksProps = Pick<OneProps, 'definition' | 'language'> & { readonly figures: readonly TabulatedFigure[] };

/** What a week of pregnancy with decimals is in weeks and days, on the first number of the table that has some. */
function WeeksAre({ definition: { measure }, figures, language }: WeeksProps): JSX.Element | null {
  if (!('of' in measure) || measure.of !== 'gestation') return null;
  const value = figures.map((figure) => figure.value).find((one) => typeof one === 'number' && !Number.isInteger(one));
  if (typeof value !== 'number') return null;
  return <p className="quiet">{figureTexts(language)('weeksAre', { value: numberText(value, language), weeks: weeksAndDays(value) })}</p>;
}

function Behind({ lines, language }: { readonly lines: readonly FigureLine[]; readonly language: Language }): JSX.Element {
  const say = figureTexts(language);
  if (lines.length === 0) return <Card heading={say('list')}>{say('listNone')}</Card>;
  return (
    <>
      <h2>{say('list')}</h2>
      <p>{say('listIntro')}</p>
      <Sheet caption={say('list')}>
        <thead>
          <tr>
            <th scope="col">{say('pathway')}</th>
            <th scope="col">{say('happened')}</th>
            <th scope="col" className="number">
              {disputeTexts(language)('year')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ pathway, calledName, happened, year }) => (
            <tr key={`${pathway} ${happened} ${year}`}>
              <th scope="row">
                <a href={pathwayAddress(pathway)}>{calledName}</a>
              </th>
              <td>{dayText(happened, language)}</td>
              <td className="number">{year}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </>
  );
}
