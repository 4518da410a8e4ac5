/** That she waits for a place, with her number and the way to the list: on her page and on the work list. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { danishDay } from '../../domain/time.ts';
import type { WaitingAtWork } from '../../store/placement-waiting-work.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { herWaitingAddress } from './addresses.ts';
import { waitsTexts } from './waits-texts.ts';

type Props = { readonly waiting: WaitingAtWork; readonly pathway: Id<'pathway'>; readonly language: Language };

/** «Hun venter på en plads: nr. 3 af 5 til Fjordhuset, Klit, siden 2. november 2026.» */
export function WaitsForPlace({ waiting, pathway, language }: Props): JSX.Element {
  const text = waitingText(waiting, language);
  return (
    <p>
      {text} <a href={herWaitingAddress(pathway)}>{waitsTexts(language)('link')}</a>
    </p>
  );
}

function waitingText({ since, isOffered, stands }: WaitingAtWork, language: Language): string {
  const say = waitsTexts(language);
  const day = dayText(danishDay(since), language);
  if (isOffered) return say('offered', { day });
  switch (stands.outcome) {
    case 'any-unit':
      return say('waitsAnywhere', { day });
    case 'number':
      return say('waits', { number: stands.number, of: stands.of, unit: stands.unitName, day });
    case 'on-no-list':
      return say('onNoList', { day });
  }
}
