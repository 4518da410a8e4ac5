/** The page of releases: the form, the work that is kept, the ledger, and what others have printed that all can read. */
import type { JSX } from 'react';
import { type CallStatus, isReleased } from '../../domain/call/lifecycle.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import { knownFromDocuments } from '../../domain/call/document-numbers.ts';
import { knownToEverybody } from '../../domain/call/known-numbers.ts';
import type { PublishedDocument } from '../../domain/numbers/published-document.ts';
import { finestCut, placeCuts, treatmentCuts, yearCuts } from '../../domain/call/table-cut.ts';
import { roundingReach, thresholds, zeroRules } from '../../domain/disclosure/terms.ts';
import type { KeptJob } from '../../store/release-job.ts';
import type { ReleaseLine } from '../../store/release-read.ts';
import { callAddress } from '../calls/addresses.ts';
import { ErrorSummary, RadioGroup, SelectField } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { pageMethods } from './choices.ts';
import { choicesText, stateText } from './job-words.ts';
import { secondLookTexts } from './second-look-words.ts';
import { ReleaseScope } from './scope.tsx';
import { roundingTexts } from './rounding-words.ts';
import { releasesAddress, releaseTexts } from './texts.ts';

/** A call and where it stands; null where the database does not hold it. */
export type CallStanding = { readonly call: CallPackage; readonly status: CallStatus | null };

export type ListViewProps = {
  readonly calls: readonly CallStanding[];
  readonly hasOwn: boolean;
  /** The latest year that is over. */
  readonly latestYear: number;
  /** Those in force that others have published. */
  readonly documents: readonly PublishedDocument[];
  readonly lines: readonly ReleaseLine[];
  readonly jobs: readonly KeptJob[];
  readonly titleOf: (line: ReleaseLine) => string;
  readonly formKey: string;
  readonly wrong: 'fault' | 'tooMany' | null;
  /** What the form is filled in with. */
  readonly filled: (name: string) => string;
  readonly language: Language;
};

/** How far a rounded number can lie from the true one after so many steps, with the base of today. */
function reachAfter(steps: number): number {
  return roundingReach({ rounding: { base: thresholds[0].base, steps } });
}

export function ListView({
  calls,
  hasOwn,
  latestYear,
  documents,
  lines,
  jobs,
  titleOf,
  formKey,
  wrong,
  filled,
  language,
}: ListViewProps): JSX.Element {
  const say = releaseTexts(language);
  const errors = wrong ? { udmelding: say(wrong) } : {};
  const ready = calls.filter(({ status }) => status !== null && isReleased(status));
  // As the advice beside it says: the report's public edition goes first, wherever it is not out yet.
  const isReportOut = lines.some(({ kind }) => kind === 'report');
  const waiting = calls.filter(({ status }) => status !== null && !isReleased(status));
  const options = <T extends string>(words: readonly T[], of: (word: T) => string) => words.map((value) => ({ value, text: of(value) }));
  return (
    <>
      <ErrorSummary heading={say('make')} errors={errors} />
      <p>
        {say('intro')} {secondLookTexts(language)('intro')}
      </p>
      {waiting.map(({ call, status }) => (
        <p key={call.id}>
          {say('notYet', { call: call.title, closed: status === 'validated' ? 'yes' : 'no' })}{' '}
          <a href={callAddress(call.id)}>{say('toCall')}</a>
        </p>
      ))}
      {ready.length > 0 && (
        <form method="post" action={releasesAddress} className="card no-print" id="udgiv">
          <h2>{say('make')}</h2>
          <input type="hidden" name="noegle" value={formKey} />
          <SelectField
            name="udmelding"
            label={say('call')}
            errors={errors}
            value={filled('udmelding')}
            options={ready.map(({ call: { id, title } }) => ({ value: id, text: title }))}
          />
          <RadioGroup
            name="maade"
            label={say('method')}
            value={pageMethods.find((known) => known === filled('maade')) ?? (isReportOut ? 'rounding' : 'report')}
            options={options(pageMethods, (word) => {
              const method = say(`method.${word}`);
              const advise = roundingTexts(language);
              if (word === 'rounding') return advise('advised', { method, near: reachAfter(0), far: reachAfter(1) });
              return word === 'suppression' ? advise('advisedHiding', { method }) : method;
            })}
          />
          <p className="quiet">{say('hidingTells')}</p>
          <p className="quiet">{roundingTexts(language)('order')}</p>
          <RadioGroup
            name="nuller"
            label={say('zeros')}
            value={zeroRules.find((known) => known === filled('nuller')) ?? 'show'}
            options={options(zeroRules, (word) => say(`zeros.${word}`))}
          />
          <RadioGroup
            name="sted"
            label={say('places')}
            value={placeCuts.find((known) => known === filled('sted')) ?? finestCut.places}
            options={options(placeCuts, (word) => say(`places.${word}`))}
          />
          <RadioGroup
            name="aar"
            label={say('years')}
            value={yearCuts.find((known) => known === filled('aar')) ?? finestCut.years}
            options={options(yearCuts, (word) => say(`years.${word}`))}
          />
          <RadioGroup
            name="behandling"
            label={say('treatments')}
            value={treatmentCuts.find((known) => known === filled('behandling')) ?? finestCut.treatments}
            options={options(treatmentCuts, (word) => say(`treatments.${word}`))}
          />
          <p>{say('frozen')}</p>
          <button type="submit" className="button button-primary">
            {say('run')}
          </button>
        </form>
      )}
      <ReleaseScope calls={calls.map(({ call }) => call)} hasOwn={hasOwn} latestYear={latestYear} language={language} />
      <Card heading={say('ledger')}>
        {lines.length === 0 ? <p>{say('ledgerNone')}</p> : <LedgerTable lines={lines} titleOf={titleOf} language={language} />}
      </Card>
      {jobs.length > 0 && (
        <Card heading={say('jobs')}>
          <JobTable jobs={jobs} language={language} />
        </Card>
      )}
      <WordsCard language={language} />
      <KnownCard calls={calls} documents={documents} language={language} />
    </>
  );
}

function LedgerTable({ lines, titleOf, language }: Pick<ListViewProps, 'lines' | 'titleOf' | 'language'>): JSX.Element {
  const say = releaseTexts(language);
  return (
    <Sheet caption={say('ledger')}>
      <thead>
        <tr>
          {(['number', 'what', 'kind', 'who', 'when', 'edition'] as const).map((head) => (
            <th key={head} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="releases">
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <a href={`${releasesAddress}/${line.id}`}>{say('release', { id: line.id })}</a>
            </th>
            <td>{titleOf(line)}</td>
            <td>{say(`method.${line.kind}`)}</td>
            <td>
              {line.byName}, {line.organisation}
            </td>
            <td>{momentText(line.recorded, language)}</td>
            <td>{line.edition}</td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}

function JobTable({ jobs, language }: Pick<ListViewProps, 'jobs' | 'language'>): JSX.Element {
  const say = releaseTexts(language);
  return (
    <Sheet caption={say('jobs')}>
      <thead>
        <tr>
          {(['askedAt', 'what', 'who', 'state'] as const).map((head) => (
            <th key={head} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id}>
            <th scope="row">{momentText(job.asked, language)}</th>
            <td>{choicesText(job, language)}</td>
            <td>
              {job.byName}, {job.organisation}
            </td>
            <td>
              <a href={job.release ? `${releasesAddress}/${job.release.id}` : `${releasesAddress}/arbejde/${job.id}`}>
                {stateText(job, language)}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}

/** The words of these pages, once. */
function WordsCard({ language }: Pick<ListViewProps, 'language'>): JSX.Element {
  const say = releaseTexts(language);
  return (
    <Card heading={say('words')}>
      <dl>
        {(['small', 'hidden', 'also', 'rounded', 'preview', 'ledger'] as const).map((word) => (
          <div key={word}>
            <dt>{say(`word.${word}`)}</dt>
            <dd>{say(`word.${word}.means`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** What others have printed: every attack uses it, and nobody can take it back. */
function KnownCard({ calls, documents, language }: Pick<ListViewProps, 'calls' | 'documents' | 'language'>): JSX.Element | null {
  const say = releaseTexts(language);
  const known = calls.flatMap(({ call }) =>
    [...knownToEverybody(call), ...knownFromDocuments(call, documents)].map((one) => ({ title: call.title, ...one })),
  );
  if (known.length === 0) return null;
  return (
    <Card heading={say('known')}>
      <p>{say('knownText')}</p>
      <Sheet caption={say('known')}>
        <thead>
          <tr>
            <th scope="col">{say('document')}</th>
            <th scope="col">{say('call')}</th>
            <th scope="col" className="number">
              {say('numbers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ id, source, title, told, counted }) => (
            <tr key={`${title}/${id}`}>
              <th scope="row">{source}</th>
              <td>{title}</td>
              <td className="number">{told.length + counted.length}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </Card>
  );
}
