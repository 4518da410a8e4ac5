/** A preview: the table exactly as it would leave, what is hidden and why, how it was tried, what can never be changed, and the second step. */
import type { JSX } from 'react';
import { attackers } from '../../domain/disclosure/attackers.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import type { RoundingMoves } from '../../domain/call/rounding-moves.ts';
import type { KnownPublication } from '../../domain/disclosure/known.ts';
import { printedElsewhere } from '../../domain/disclosure/printed-elsewhere.ts';
import type { NumberedRelease } from '../../domain/disclosure/shared-cells.ts';
import type { PreviewGround } from '../../domain/disclosure/preview.ts';
import type { KeptJob } from '../../store/release-job.ts';
import type { ReleaseBackground } from '../../store/release-background.ts';
import type { ReadPreview } from '../../store/release-preview.ts';
import type { ReleaseLine } from '../../store/release-read.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs } from '../ui/pieces.tsx';
import { formAddress } from './choices.ts';
import { choicesText } from './job-words.ts';
import { previewTexts } from './preview-words.ts';
import { PrintedNote, RangeNote, SharedCard } from './background.tsx';
import { secondLookTexts } from './second-look-words.ts';
import { ExplainedTable } from './explained-table.tsx';
import { ReasonsCard } from './reasons-view.tsx';
import { NextRelease, RoundingCard } from './rounding-view.tsx';
import { releasesAddress, releaseTexts } from './texts.ts';
import { workingCutAddress } from './working-view.tsx';
import { workingTexts } from './working-words.ts';

type Props = {
  readonly job: KeptJob;
  readonly preview: ReadPreview;
  /** The work whose preview was outdated, and for which this was made; `null` where there is none. */
  readonly renewed: KeptJob | null;
  readonly isMine: boolean;
  readonly call: Pick<CallPackage, 'id'>;
  /** How far rounded numbers lie from those the reader may know; `null` where they are not rounded. */
  readonly moves: RoundingMoves | null;
  /** The ledger, the newest first. */
  readonly lines: readonly ReleaseLine[];
  readonly all: readonly NumberedRelease[];
  /** What others have printed of the same. */
  readonly known: readonly KnownPublication[];
  readonly madeUp: ReleaseBackground['madeUp'];
  readonly language: Language;
};

export function PreviewView({ job, preview, renewed, isMine, call, moves, lines, all, known, madeUp, language }: Props): JSX.Element {
  const say = previewTexts(language);
  const { table, attacks } = preview;
  // It would be entered after all that stand there.
  const one = { id: String(Math.max(0, ...all.map(({ id }) => Number(id))) + 1), release: table };
  const printed = printedElsewhere(one, all, known);
  const address = `${releasesAddress}/arbejde/${job.id}`;
  return (
    <>
      {renewed && (
        <Alert tone="attention">
          <p>{changedText(renewed, 'changed', language)}</p>
        </Alert>
      )}
      <p>{say('intro')}</p>
      {!isMine && <p>{say('notMine', { name: job.byName, organisation: job.organisation })}</p>}
      <Pairs
        pairs={[
          [releaseTexts(language)('what'), choicesText(job, language)],
          [releaseTexts(language)('edition'), preview.edition],
        ]}
      />
      {job.why && 'insteadOf' in job.why && <p>{say('around')}</p>}
      <h2>{say('table')}</h2>
      <ExplainedTable release={table} madeUp={madeUp} language={language} />
      <p className="no-print">
        <a href={workingCutAddress(call.id, job.choices.cut)}>{workingTexts(language)('beside')}</a>
      </p>
      {moves && <RoundingCard moves={moves} table={table.table} language={language} />}
      <div className="no-print">
        <ReasonsCard release={table} reasons={preview.reasons} printed={printed.cells} language={language} />
      </div>
      <Card heading={say('tried')}>
        {attacks.length === 0 ? (
          <p>{say('triedNone')}</p>
        ) : (
          <>
            <p>{say('triedText')}</p>
            <Pairs
              pairs={attackers.map((attacker) => {
                const asked = attacks.find((one) => one.attacker === attacker)?.asked;
                return [
                  releaseTexts(language)(`attacker.${attacker}`),
                  asked === undefined
                    ? releaseTexts(language)('found', { printed: printed.cells.length })
                    : say('triedCells', { count: asked, printed: printed.cells.length }),
                ] as const;
              })}
            />
          </>
        )}
        <PrintedNote {...{ one, all, known, language }} />
        <h3>{say('against')}</h3>
        <Against against={preview.against} language={language} />
        <RangeNote {...{ one, all, known, language }} />
      </Card>
      <SharedCard one={one} all={all} language={language} />
      <NextRelease call={call} kind={preview.kind} lines={lines} language={language} />
      <Card heading={say('for')}>
        <ul>
          {(['forever1', 'forever2', 'forever3', 'forever4', 'forever5'] as const).map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
        <h3>{secondLookTexts(language)('title')}</h3>
        <p>
          {secondLookTexts(language)('samePerson')} {secondLookTexts(language)('approver')}
        </p>
        {isMine && (
          <div className="actions no-print">
            <form method="post" action={`${address}/udgiv`}>
              <button type="submit" className="button button-primary">
                {say('publish')}
              </button>
            </form>
            <form method="post" action={`${address}/vaek`}>
              <button type="submit" className="button button-secondary">
                {say('aside')}
              </button>
            </form>
            <a href={formAddress(job.call, job.choices)}>{say('other')}</a>
          </div>
        )}
      </Card>
    </>
  );
}

function Against({
  against: { releases, documents },
  language,
}: {
  readonly against: ReadPreview['against'];
  readonly language: Language;
}) {
  if (releases.length + documents.length === 0) return <p>{previewTexts(language)('againstNone')}</p>;
  return (
    <ul>
      {releases.map((id) => (
        <li key={id}>
          <a href={`${releasesAddress}/${id}`}>{releaseTexts(language)('release', { id })}</a>
        </li>
      ))}
      {documents.map((source) => (
        <li key={source}>{source}</li>
      ))}
    </ul>
  );
}

/** Which of the grounds have changed since a preview was made, as a sentence. */
export function changedText(job: KeptJob, key: 'changed' | 'changedWorking' | 'outdated', language: Language): string {
  const changed: readonly PreviewGround[] = job.why && 'changed' in job.why ? job.why.changed : [];
  const say = previewTexts(language);
  const what = new Intl.ListFormat(language, { type: 'conjunction' }).format(changed.map((ground) => say(`ground.${ground}`)));
  return say(key, { what, when: momentText(job.asked, language) });
}
