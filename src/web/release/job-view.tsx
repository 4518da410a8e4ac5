/** A release that is being worked on: how far it has come, or why nothing came of it and what can be done. Never the count that was found. */
import type { JSX } from 'react';
import { notReleasedSentence } from '../../domain/call/not-released.ts';
import type { KeptRefusal } from '../../domain/disclosure/release-job.ts';
import type { KeptJob } from '../../store/release-job.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs } from '../ui/pieces.tsx';
import { waysFrom } from '../../domain/call/ways-on.ts';
import { fieldsFor, formAddress } from './choices.ts';
import { choicesText, stateText } from './job-words.ts';
import { wayTexts } from './way-words.ts';
import { previewTexts } from './preview-words.ts';
import { changedText } from './preview-view.tsx';
import { releasesAddress, releaseTexts } from './texts.ts';
import { WayToWorkingNumbers } from './working-view.tsx';

type JobViewProps = {
  readonly job: KeptJob;
  /** The work whose preview was outdated, and for which this is done; `null` where there is none. */
  readonly renewed: KeptJob | null;
  readonly language: Language;
  /** Whether the reader asked for it: who did may stop it. */
  readonly isMine: boolean;
  /** For a form that asks for the same again. */
  readonly formKey: string;
};

export function JobView({ job, renewed, language, isMine, formKey }: JobViewProps): JSX.Element {
  const say = releaseTexts(language);
  const isOver = job.state !== 'waiting' && job.state !== 'working';
  const canBeAskedAgain = (['interrupted', 'stopped', 'failed', 'outdated'] as const).some((state) => state === job.state);
  return (
    <>
      {renewed && (
        <Alert tone="attention">
          <p>{changedText(renewed, 'changedWorking', language)}</p>
        </Alert>
      )}
      {!isOver ? (
        <UnderWay job={job} language={language} isMine={isMine} />
      ) : (
        <Alert tone="attention">
          <Ended job={job} language={language} />
        </Alert>
      )}
      {canBeAskedAgain && (
        <form method="post" action={releasesAddress}>
          <input type="hidden" name="noegle" value={formKey} />
          {Object.entries(fieldsFor(job.call, job.choices)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="button button-primary">
            {job.state === 'outdated' ? previewTexts(language)('again') : say('startAgain')}
          </button>
        </form>
      )}
      {job.state === 'refused' && <WaysOn job={job} language={language} />}
      {isOver && <WayToWorkingNumbers call={job.call} choices={job.choices} language={language} />}
      <Card heading={say('asked')}>
        <Pairs
          pairs={[
            [say('what'), choicesText(job, language)],
            [say('who'), `${job.byName}, ${job.organisation}`],
            [say('askedAt'), momentText(job.asked, language)],
            [say('state'), stateText(job, language)],
            ...(job.ended ? [[say('endedAt'), momentText(job.ended, language)] as const] : []),
          ]}
        />
      </Card>
      <p>
        <a href={releasesAddress}>{say('toAll')}</a>
      </p>
    </>
  );
}

function UnderWay({ job, language, isMine }: Omit<JobViewProps, 'formKey' | 'renewed'>): JSX.Element {
  const say = releaseTexts(language);
  const percent = Math.round(100 * job.progress);
  return (
    <>
      <p>{say('workingText')}</p>
      {job.before > 0 && <p>{say('waiting', { before: job.before })}</p>}
      {job.before === 0 && (
        <p>
          <label htmlFor="fremdrift">{say('progress')}</label>{' '}
          <progress id="fremdrift" max={100} value={Math.max(percent, leastShown)} aria-describedby="saa-langt" />{' '}
          <span id="saa-langt">{say('percent', { percent })}</span>
        </p>
      )}
      {isMine && (
        <form method="post" action={`${releasesAddress}/arbejde/${job.id}/stop`} className="actions">
          <button type="submit" className="button button-secondary">
            {say('stop')}
          </button>
        </form>
      )}
    </>
  );
}

/** A bar that shows nothing looks broken. */
const leastShown = 3;

function Ended({ job, language }: Pick<JobViewProps, 'job' | 'language'>): JSX.Element {
  const say = releaseTexts(language);
  switch (job.outcome) {
    case null:
      return <p>{say('interrupted')}</p>;
    case 'refused':
      return job.why && 'refusal' in job.why ? <Why why={job.why.refusal} cell={job.cell} language={language} /> : <p>{say('refused')}</p>;
    case 'not-complete':
      return (
        <ul>
          {(job.why && 'missing' in job.why ? job.why.missing : []).map((reason) => (
            <li key={JSON.stringify(reason)}>{notReleasedSentence(reason, language)}</li>
          ))}
        </ul>
      );
    case 'outdated':
      return <p>{changedText(job, 'outdated', language)}</p>;
    case 'previewed':
      return <p>{previewTexts(language)('title')}</p>;
    case 'stopped':
    case 'broke':
    case 'too-long':
    case 'ledger-changed':
    case 'not-reported':
    case 'not-there':
    case 'released':
      return <p>{say(job.outcome)}</p>;
  }
}

function Why({
  why,
  cell,
  language,
}: {
  readonly why: KeptRefusal;
  readonly cell: string | null;
  readonly language: Language;
}): JSX.Element {
  const say = releaseTexts(language);
  const named = cell ?? say('cellElsewhere');
  // The agency may know every cell: one without a name lies elsewhere than the numbers of the reader.
  const elsewhere = cell === null && why.reason !== 'contradicts-ledger' && <p>{wayTexts(language)('elsewhere')}</p>;
  switch (why.reason) {
    case 'opened':
      return (
        <>
          <p>{say('refused.opened', { who: say(`attacker.${why.attacker}`), cell: named })}</p>
          <p>{wayTexts(language)('example')}</p>
          {elsewhere}
          {why.with.length > 0 && <p>{say('refused.with', { releases: why.with.join(', ') })}</p>}
          {why.knowing.length > 0 && <p>{say('refused.knowing', { documents: why.knowing.join('; ') })}</p>}
        </>
      );
    case 'cannot-be-kept':
      return (
        <>
          <p>{say('refused.kept', { cell: named, who: say(`attacker.${why.attacker}`).toLowerCase() })}</p>
          {elsewhere}
        </>
      );
    case 'not-proven':
      return (
        <>
          <p>{say('refused.unproven', { cell: named, who: say(`attacker.${why.attacker}`).toLowerCase() })}</p>
          {elsewhere}
        </>
      );
    case 'printed-otherwise':
      return (
        <p>
          {say('refused.otherwise', { cell: named, release: why.release })}{' '}
          <a href={`${releasesAddress}/${why.release}`}>{say('release', { id: why.release })}</a>
        </p>
      );
    case 'contradicts-ledger':
      return <p>{say('refused.contradicts')}</p>;
  }
}

/** What can be done instead, each with the form filled in: only what was tried and withstood every attacker. */
function WaysOn({ job, language }: Pick<JobViewProps, 'job' | 'language'>): JSX.Element {
  const say = wayTexts(language);
  const withstood = job.why && 'refusal' in job.why ? job.why.ways : undefined;
  const ways = waysFrom(job.choices).filter(([way]) => withstood?.includes(way));
  return (
    <Card heading={say('title')}>
      {job.choices.method === 'report' && <p>{say('report')}</p>}
      {withstood === undefined ? (
        <p>{say('notTried')}</p>
      ) : ways.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <>
          <p>{say('tried')}</p>
          <ul>
            {ways.map(([way, choices]) => (
              <li key={way}>
                <a href={formAddress(job.call, choices)}>{say(way)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
