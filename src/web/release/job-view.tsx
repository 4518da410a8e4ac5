/** A release that is being worked on: how far it has come, or why nothing came of it. Never the count that an attack found. */
import type { JSX } from 'react';
import { cellFor, type MayKnow } from '../../domain/call/attacked-cell.ts';
import { notReleasedSentence } from '../../domain/call/not-released.ts';
import type { CountTable } from '../../domain/disclosure/count-table.ts';
import type { Refusal } from '../../domain/disclosure/release.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import type { ReleaseJob } from './jobs.ts';
import { releasesAddress, releaseTexts } from './texts.ts';

type JobViewProps = {
  readonly job: ReleaseJob;
  readonly language: Language;
  /** Whether the reader may know the numbers of a place, and so be told which of its cells is open. */
  readonly mayKnow: MayKnow;
};

export function JobView({ job, language, mayKnow }: JobViewProps): JSX.Element {
  const say = releaseTexts(language);
  const percent = Math.round(100 * job.progress);
  if (job.ended === null)
    return (
      <>
        <p>{say('workingText')}</p>
        {job.before > 0 && <p>{say('waiting', { before: job.before })}</p>}
        <p>
          <label htmlFor="fremdrift">{say('progress')}</label>{' '}
          <progress id="fremdrift" max={100} value={percent}>
            {percent} %
          </progress>
        </p>
        <form method="post" action={`${releasesAddress}/arbejde/${job.id}/stop`}>
          <button type="submit" className="button button-secondary">
            {say('stop')}
          </button>
        </form>
      </>
    );
  return (
    <>
      <Alert tone="attention">
        <Ended ended={job.ended} language={language} mayKnow={mayKnow} />
      </Alert>
      <p>
        <a href={releasesAddress}>{say('again')}</a>
      </p>
    </>
  );
}

type EndedProps = Pick<JobViewProps, 'language' | 'mayKnow'> & { readonly ended: NonNullable<ReleaseJob['ended']> };

function Ended({ ended, language, mayKnow }: EndedProps): JSX.Element {
  const say = releaseTexts(language);
  switch (ended.outcome) {
    case 'refused':
      return <Why why={ended.why} table={ended.table} language={language} mayKnow={mayKnow} />;
    case 'stopped':
      return <p>{say('stopped')}</p>;
    case 'not-complete':
      return (
        <ul>
          {ended.reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>{notReleasedSentence(reason, language)}</li>
          ))}
        </ul>
      );
    case 'broke':
    case 'too-long':
    case 'ledger-changed':
    case 'not-reported':
    case 'not-there':
      return <p>{say(ended.outcome)}</p>;
    case 'released':
      return <p>{say('released')}</p>;
  }
}

type WhyProps = Pick<JobViewProps, 'language' | 'mayKnow'> & { readonly why: Refusal; readonly table: CountTable };

function Why({ why, table, language, mayKnow }: WhyProps): JSX.Element {
  const say = releaseTexts(language);
  const named = (cell: number): string => cellFor(table, cell, mayKnow) ?? say('cellElsewhere');
  switch (why.reason) {
    case 'opened':
      return (
        <>
          <p>{say('refused.opened', { who: say(`attacker.${why.attacker}`), cell: named(why.opened.cell) })}</p>
          {why.with.length > 0 && <p>{say('refused.with', { releases: why.with.join(', ') })}</p>}
          <p>{say('advice')}</p>
        </>
      );
    case 'cannot-be-kept':
      return (
        <>
          <p>{say('refused.kept', { cell: named(why.cell), who: say(`attacker.${why.attacker}`).toLowerCase() })}</p>
          <p>{say('advice')}</p>
        </>
      );
    case 'printed-otherwise':
      return <p>{say('refused.otherwise', { cell: named(why.cell), release: why.release })}</p>;
    case 'contradicts-ledger':
      return <p>{say('refused.contradicts')}</p>;
  }
}
