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
export function WaitsForPlace({ waiting: { since, isOffered, number }, pathway, language }: Props): JSX.Element {
  const say = waitsTexts(language);
  const day = dayText(danishDay(since), language);
  const text = isOffered
    ? say('offered')
    : number === null
      ? say('waitsAnywhere', { day })
      : say('waits', { number: number.number, of: number.of, unit: number.unitName, day });
  return (
    <p>
      {text} <a href={herWaitingAddress(pathway)}>{say('link')}</a>
    </p>
  );
}
