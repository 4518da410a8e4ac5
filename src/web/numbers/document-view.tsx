/** One published document as it is shown: what it says, its forms and its versions. */
import type { JSX } from 'react';
import { type DocumentVersion, estimatesIn } from '../../domain/numbers/published-document.ts';
import { writtenRange } from '../../domain/numbers/published-estimate.ts';
import { isQuoted } from '../../domain/numbers/quoted-number.ts';
import { ErrorSummary } from '../ui/fields.tsx';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Sheet } from '../ui/pieces.tsx';
import { documentsAddress, estimateAddress } from './addresses.ts';
import { DocumentForm, FigureForm, nothingWritten, ReasonForm, type Written } from './document-form.tsx';
import { fieldsOfFigure } from './document-reading.ts';
import { documentFieldName, documentTexts } from './document-words.ts';
import { geographyText } from '../../reports/number-names.ts';
import { disputeTexts, gridTexts } from './texts.ts';

/** Which form of a document is asked for; `written` is what was sent and refused, `null` where the form is opened. */
export type Asked =
  | { readonly about: 'nothing' }
  | { readonly about: 'document'; readonly written: Written | null }
  | { readonly about: 'new-figure'; readonly written: Written }
  | { readonly about: 'figure'; readonly number: number; readonly written: Written | null }
  | { readonly about: 'removal'; readonly number: number; readonly written: Written }
  | { readonly about: 'withdrawal'; readonly written: Written };

type ViewProps = {
  readonly versions: readonly DocumentVersion[];
  readonly latest: DocumentVersion;
  readonly asked: Asked;
  readonly mayWrite: boolean;
  readonly language: Language;
};

export function DocumentView({ versions, latest, asked, mayWrite, language }: ViewProps): JSX.Element {
  const say = documentTexts(language);
  const errors = 'written' in asked && asked.written ? asked.written.errors : {};
  const { address, publisher, said, withdrawn } = latest;
  return (
    <>
      <ErrorSummary heading={say('wrong')} errors={errors} nameOf={(field) => documentFieldName(field, language)} />
      {withdrawn && <Alert tone="attention">{say('withdrawnDone')}</Alert>}
      <Card>
        <Pairs
          pairs={[
            [say('publisher'), publisher],
            [say('said'), dayText(said, language)],
            [
              say('address'),
              /^https?:/i.test(address) ? (
                <a href={address} key="a" rel="noreferrer">
                  {address}
                </a>
              ) : (
                address
              ),
            ],
          ]}
        />
      </Card>
      <Figures latest={latest} mayWrite={mayWrite && !withdrawn} language={language} />
      <p className="quiet">{say('usedInRelease')}</p>
      {mayWrite && !withdrawn && <Forms {...{ latest, asked, language }} />}
      <Versions versions={versions} language={language} />
    </>
  );
}

type FiguresProps = Pick<ViewProps, 'latest' | 'mayWrite' | 'language'>;

function Figures({ latest, mayWrite, language }: FiguresProps): JSX.Element {
  const say = documentTexts(language);
  const word = gridTexts(language);
  const estimates = estimatesIn([latest]);
  if (estimates.length === 0) return <Alert tone="notice">{say('noFigures')}</Alert>;
  return (
    <div className="cards-on-phone">
      <Sheet caption={say('figures')}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {say('number')}
            </th>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('place')}</th>
            <th scope="col">{say('year')}</th>
            <th scope="col">{say('quotation')}</th>
            {mayWrite && <th scope="col">{say('correct')}</th>}
          </tr>
        </thead>
        <tbody>
          {estimates.map((estimate, index) => (
            <tr key={estimate.id}>
              <th scope="row" className="number">
                {latest.withdrawn ? writtenRange(estimate) : <a href={estimateAddress(estimate.id)}>{writtenRange(estimate)}</a>}
              </th>
              <td data-head={say('what')}>
                {word(`event.${estimate.grid.event}`)} ({disputeTexts(language)(`kind.${estimate.kind}`)})
              </td>
              <td data-head={say('place')}>{geographyText(estimate, language)}</td>
              <td data-head={say('year')}>{estimate.year || '–'}</td>
              <td data-head={say('quotation')} lang="da">
                «{estimate.quotation}»
                {!isQuoted(estimate.kind, [estimate.low, estimate.high], estimate.quotation) && (
                  <span className="quiet where" lang={language}>
                    {say('unquotedIs')}
                  </span>
                )}
              </td>
              {mayWrite && (
                <td data-head={say('correct')}>
                  <a href={`${documentsAddress}/${latest.id}?ret=${latest.figures[index]?.number ?? ''}#value`}>{say('correct')}</a>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}

/** The form that is asked for, and else the one for a figure more. */
function Forms({ latest, asked, language }: Pick<ViewProps, 'latest' | 'asked' | 'language'>): JSX.Element {
  const say = documentTexts(language);
  const own = `${documentsAddress}/${latest.id}`;
  const common = { seen: latest.version, language };
  const number = asked.about === 'figure' || asked.about === 'removal' ? asked.number : null;
  const figure = latest.figures.find((one) => one.number === number);
  const { title, publisher, said, address } = latest;
  if (figure)
    return (
      <>
        <FigureForm
          action={`${own}/tal/${figure.number}`}
          heading={say('correctFigure')}
          text={null}
          written={(asked.about === 'figure' ? asked.written : null) ?? { fields: fieldsOfFigure(figure), errors: {} }}
          asksWhy
          {...common}
        />
        <ReasonForm
          action={`${own}/tal/${figure.number}/ud`}
          heading={say('remove')}
          text={say('removeSays')}
          written={asked.about === 'removal' ? asked.written : nothingWritten}
          {...common}
        />
      </>
    );
  if (asked.about === 'document')
    return (
      <DocumentForm
        action={own}
        heading={say('correctDocument')}
        text={null}
        written={asked.written ?? { fields: { title, publisher, said, address }, errors: {} }}
        asksWhy
        {...common}
      />
    );
  return (
    <>
      <FigureForm
        action={`${own}/tal`}
        heading={say('addFigure')}
        text={say('addFigureSays')}
        written={asked.about === 'new-figure' ? asked.written : nothingWritten}
        asksWhy={false}
        {...common}
      />
      <p>
        <a href={`${own}?ret=dokument#title`}>{say('correctDocument')}</a>
      </p>
      <ReasonForm
        action={`${own}/udgaar`}
        heading={say('withdraw')}
        text={say('withdrawSays')}
        written={asked.about === 'withdrawal' ? asked.written : nothingWritten}
        {...common}
      />
    </>
  );
}

function Versions({ versions, language }: Pick<ViewProps, 'versions' | 'language'>): JSX.Element {
  const say = documentTexts(language);
  return (
    <details className="fold">
      <summary>{say('versions')}</summary>
      <p>{say('versionsSay')}</p>
      <Sheet caption={say('versions')}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {say('version')}
            </th>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('why')}</th>
            <th scope="col">{say('document')}</th>
            <th scope="col">{say('figures')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.version}>
              <th scope="row" className="number">
                {version.version}
              </th>
              <td>{momentText(version.recorded, language)}</td>
              <td>
                {version.byName}, {version.organisationName}
              </td>
              <td lang="da">{version.because || say(version.version === 1 ? 'first' : 'added')}</td>
              <td lang="da">
                {version.title}, {version.publisher}, {dayText(version.said, language)}, {version.address}
                {version.withdrawn && <> ({say('withdrawn')})</>}
              </td>
              <td>
                {estimatesIn([version])
                  .map((one) => `${writtenRange(one)} (${geographyText(one, language)}${one.year === '' ? '' : `, ${one.year}`})`)
                  .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </details>
  );
}
