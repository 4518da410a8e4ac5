/** What the pages of places say of the waiting list, in a line each. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import type { Language } from '../ui/language.ts';
import { fairnessAddress, herWaitingAddress, unitWaitingAddress } from './addresses.ts';
import type { WaitingAtWork } from '../../store/placement-waiting-work.ts';
import { waitingTexts } from './texts.ts';
import { WaitsForPlace } from './waits.tsx';
import { waitsTexts } from './waits-texts.ts';

type BeforeProps = { readonly count: number; readonly language: Language };

/** How many more urgent wait for the unit; nothing where nobody does. */
export function BeforeHer({ count, language }: BeforeProps): JSX.Element | null {
  return count === 0 ? null : <p>{waitingTexts(language)('beforeHer', { count })}</p>;
}

type WaitingLinkProps = {
  readonly pathway: Id<'pathway'>;
  /** How she stands on the list; null where she does not wait. */
  readonly waiting: WaitingAtWork | null;
  /** The fields that the search asked by: the form of the list opens with them. */
  readonly asked: readonly (readonly [name: string, value: string])[];
  /** One who has a place is not put on the list. */
  readonly hasPlace: boolean;
  /** Whether waiting can help her at any unit that answered. */
  readonly helps: boolean;
  readonly language: Language;
};

/** The way from the search to her place on the waiting list: that she waits and what a search does to it, or that she can be put on it. */
export function WaitingLink({ pathway, waiting, asked, hasPlace, helps, language }: WaitingLinkProps): JSX.Element | null {
  const say = waitingTexts(language);
  if (waiting !== null)
    return (
      <>
        <WaitsForPlace waiting={waiting} pathway={pathway} language={language} />
        <p className="quiet">{waitsTexts(language)('search')}</p>
      </>
    );
  if (hasPlace) return null;
  if (!helps) return <p>{waitsTexts(language)('noHelp')}</p>;
  return (
    <p>
      {say('linkHint')} <a href={herWaitingAddress(pathway, asked)}>{say('link')}</a>
    </p>
  );
}

/** The way to the report of fairness for those who read it; for others, whom to ask. */
export function FairnessLink({ mayRead, language }: { readonly mayRead: boolean; readonly language: Language }): JSX.Element {
  const say = waitingTexts(language);
  return <p className="quiet">{mayRead ? <a href={fairnessAddress}>{say('fairnessLink')}</a> : say('fairnessAsk')}</p>;
}

/** The way from a unit to its list, for its own leader. */
export function UnitWaitingLink({ unit, language }: { readonly unit: Id<'unit'>; readonly language: Language }): JSX.Element {
  return (
    <p>
      <a href={unitWaitingAddress(unit)}>{waitingTexts(language)('unitLink')}</a>
    </p>
  );
}
