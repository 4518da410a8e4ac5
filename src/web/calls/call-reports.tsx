/** The reports of a call in the editions that the reader may read, and what tells a draft from what is published. */
import type { JSX } from 'react';
import type { ReportPlace } from '../../domain/call/numbers.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import type { Edition } from '../../domain/disclosure/publishable.ts';
import { regionsOn } from '../../domain/geography/regions.ts';
import { releasesAddress, releaseTexts } from '../release/texts.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { reportAddress, workingAddress } from './addresses.ts';
import { draftTexts } from './draft-words.ts';
import { callTexts } from './texts.ts';

export type ReportsProps = {
  readonly call: CallPackage;
  readonly editionsOf: (place: ReportPlace) => readonly Edition[];
  /** What the public edition still wants; null where it is there. */
  readonly missingEdition: 'not-reported' | 'not-made' | null;
  /** Whether the reader may make it. */
  readonly mayMake: boolean;
  /** Whether the reader may read counts as they are. */
  readonly mayWork: boolean;
  readonly language: Language;
};

export function Reports({ call, language, editionsOf, missingEdition, mayMake, mayWork }: ReportsProps): JSX.Element {
  const say = callTexts(language);
  // Before the call is reported, what some may read of the public edition is a draft of it.
  const nameOf = (edition: Edition) => (edition === 'public' && missingEdition === 'not-reported' ? 'publicDraft' : edition);
  const places: readonly { readonly place: ReportPlace; readonly name: string }[] = [
    { place: 'danmark', name: say('national') },
    ...regionsOn(call.answerBy).map(({ id, name }) => ({ place: id, name })),
  ];
  return (
    <Card heading={say('reports')}>
      {missingEdition && (
        <p>
          {releaseTexts(language)(missingEdition === 'not-made' ? 'editionNotMade' : 'editionNotReported')}{' '}
          {missingEdition === 'not-made' && mayMake && (
            <a href={`${releasesAddress}?maade=report&udmelding=${call.id}#udgiv`}>{releaseTexts(language)('makeReport')}</a>
          )}
        </p>
      )}
      {missingEdition === 'not-reported' && places.some(({ place }) => editionsOf(place).includes('public')) && (
        <p>{draftTexts(language)('draft')}</p>
      )}
      {mayWork && (
        <p>
          <a href={workingAddress(call.id)}>{draftTexts(language)('working')}</a>
        </p>
      )}
      <ul className="bare columns">
        {places.map(({ place, name }) => (
          <li key={place}>
            <strong>{name}</strong>
            <br />
            {editionsOf(place).length === 0 && <span className="quiet">{releaseTexts(language)('noEdition')}</span>}
            {editionsOf(place).map((edition) => (
              <span key={edition}>
                <a href={reportAddress(call.id, place, edition)} aria-label={`${name}, ${say(nameOf(edition))}`}>
                  {say(nameOf(edition))}
                </a>{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
