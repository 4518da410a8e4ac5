/** A release as it was published: who released it, how it was tried, the table, and why numbers are hidden, for those who may know. */
import type { JSX } from 'react';
import { attackers } from '../../domain/disclosure/attackers.ts';
import { printedElsewhere } from '../../domain/disclosure/printed-elsewhere.ts';
import { type NumberedRelease, repeatedFrom } from '../../domain/disclosure/shared-cells.ts';
import type { Publishable, ReleasedTable } from '../../domain/disclosure/publishable.ts';
import type { ReleaseLine } from '../../store/release-read.ts';
import type { ReadPreview } from '../../store/release-preview.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs } from '../ui/pieces.tsx';
import type { ReleaseBackground } from '../../store/release-background.ts';
import { PrintedNote, RangeNote, SharedCard, triedText } from './background.tsx';
import { ExplainedTable } from './explained-table.tsx';
import { ReasonsCard } from './reasons-view.tsx';
import { reachTexts } from './reach-words.ts';
import { secondLookTexts } from './second-look-words.ts';
import { releasesAddress, releaseTexts } from './texts.ts';

export type ReleaseViewProps = {
  readonly line: ReleaseLine;
  readonly release: Publishable<ReleasedTable>;
  /** The same with its number, and all releases of its matter. */
  readonly one: NumberedRelease;
  readonly all: readonly NumberedRelease[];
  /** What others have printed of the same. */
  readonly known: ReleaseBackground['known'];
  readonly madeUp: ReleaseBackground['madeUp'];
  /** Why numbers are hidden, as far as the reader may know; `null` for what was released without a preview. */
  readonly reasons: ReadPreview['reasons'] | null;
  /** Whether the reader may make releases: it is told how the table reaches the public, and why numbers are hidden. */
  readonly mayMake: boolean;
  readonly language: Language;
};

export function ReleaseView({ line, release, one, all, known, madeUp, reasons, mayMake, language }: ReleaseViewProps): JSX.Element {
  const say = releaseTexts(language);
  const printed = printedElsewhere(one, all, known);
  const isTried = repeatedFrom(one, all) === null;
  return (
    <>
      <Pairs
        pairs={[
          [say('kind'), say(`method.${line.kind}`)],
          [say('who'), [line.byName, line.organisation].filter((name) => name !== null).join(', ')],
          [say('when'), momentText(line.recorded, language)],
          [say('edition'), line.edition],
        ]}
      />
      {reasons !== null && <p>{secondLookTexts(language)('taken')}</p>}
      <p className="no-print">
        {say('download')}:{' '}
        {(['csv', 'json', 'xlsx'] as const).map((type) => (
          <span key={type}>
            <a href={`${releasesAddress}/${line.id}.${type}`}>{type === 'xlsx' ? 'Excel' : type.toUpperCase()}</a>{' '}
          </span>
        ))}
      </p>
      {mayMake && (
        <div className="no-print">
          <Card heading={reachTexts(language)('title')} id="offentligheden">
            <p>{reachTexts(language)('inside', { address: `${releasesAddress}/${line.id}` })}</p>
            <p>{reachTexts(language)('outside')}</p>
          </Card>
        </div>
      )}
      <Card heading={say('attack')}>
        <p>{isTried ? say('attackIntro', { but: printed.cells.length > 0 ? 'yes' : 'no' }) : triedText({ one, all, known, language })}</p>
        {isTried && (
          <Pairs
            pairs={attackers.map((attacker) => [say(`attacker.${attacker}`), say('found', { printed: printed.cells.length })] as const)}
          />
        )}
        <PrintedNote {...{ one, all, known, language }} />
        <RangeNote {...{ one, all, known, language }} />
      </Card>
      <SharedCard one={one} all={all} language={language} />
      <ExplainedTable {...{ release, madeUp, language }} />
      {mayMake && (
        <div className="no-print">
          <ReasonsCard release={release} reasons={reasons} printed={printed.cells} language={language} />
        </div>
      )}
    </>
  );
}
