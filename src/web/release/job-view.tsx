/** A release that is being worked on: how far it has come, or why nothing came of it. Never the count that an attack found. */
import type { JSX } from 'react';
import { cellInWords } from '../../domain/call/attacked-cell.ts';
import type { CountTable } from '../../domain/disclosure/count-table.ts';
import type { Refusal } from '../../domain/disclosure/release.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import type { ReleaseJob } from './jobs.ts';
import { releasesAddress, releaseTexts } from './texts.ts';

export function JobView({ job, language }: { readonly job: ReleaseJob; readonly language: Language }): JSX.Element {
  const say = releaseTexts(language);
  const percent = Math.round(100 * job.progress);
  if (job.ended === null)
    return (
      <>
        <p>{say('workingText')}</p>
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
        <Ended ended={job.ended} language={language} />
      </Alert>
      <p>
        <a href={releasesAddress}>{say('again')}</a>
      </p>
    </>
  );
}

function Ended({ ended, language }: { readonly ended: NonNullable<ReleaseJob['ended']>; readonly language: Language }): JSX.Element {
  const say = releaseTexts(language);
  switch (ended.outcome) {
    case 'refused':
      return <Why why={ended.why} table={ended.table} language={language} />;
    case 'stopped':
      return <p>{say('stopped')}</p>;
    case 'broke':
    case 'not-reported':
    case 'not-there':
      return <p>{say(ended.outcome)}</p>;
    case 'released':
      return <p>{say('released')}</p>;
  }
}

function Why({ why, table, language }: { readonly why: Refusal; readonly table: CountTable; readonly language: Language }): JSX.Element {
  const say = releaseTexts(language);
  switch (why.reason) {
    case 'opened':
      return (
        <>
          <p>{say('refused.opened', { who: say(`attacker.${why.attacker}`), cell: cellInWords(table, why.opened.cell) })}</p>
          {why.with.length > 0 && <p>{say('refused.with', { releases: why.with.join(', ') })}</p>}
          <p>{say('advice')}</p>
        </>
      );
    case 'cannot-be-kept':
      return (
        <>
          <p>{say('refused.kept', { cell: cellInWords(table, why.cell), who: say(`attacker.${why.attacker}`).toLowerCase() })}</p>
          <p>{say('advice')}</p>
        </>
      );
    case 'printed-otherwise':
      return <p>{say('refused.otherwise', { cell: cellInWords(table, why.cell), release: why.release })}</p>;
    case 'contradicts-ledger':
      return <p>{say('refused.contradicts')}</p>;
  }
}
