/** The noes of units to one who waits, for those who seek a place for her: whose no, why, and what comes next. */
import type { JSX } from 'react';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { NoesToHer, UnitNo } from '../../store/placement-waiting-noes.ts';
import { placeTexts } from '../places/texts.ts';
import { momentText, timeText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { unitNoTexts } from './unit-no-texts.ts';

type Props = { readonly noes: NoesToHer; readonly now: Moment; readonly language: Language };

/** «Fjordhuset, Klit sagde nej til hende i dag kl. 9.12: bemanding. Det er afdelingens nej, ikke hendes …» */
export function NoesToOne({ noes: { noes, askedStill }, now, language }: Props): JSX.Element | null {
  const say = unitNoTexts(language);
  if (noes.length === 0) return null;
  return (
    <div className={askedStill ? 'quiet' : undefined}>
      {noes.map((no) => (
        <p key={`${no.unitName} ${no.at}`}>{noText(no, now, language)}</p>
      ))}
      <p>
        {say(noes.length === 1 ? 'notHers' : 'notHersAny')} {askedStill ? say('askedStill') : <strong>{say('askedNowhere')}</strong>}
      </p>
    </div>
  );
}

function noText({ unitName: unit, at, reason: code, words }: UnitNo, now: Moment, language: Language): string {
  const say = unitNoTexts(language);
  const when = danishDay(at) === danishDay(now) ? say('today', { time: timeText(at, language) }) : momentText(at, language);
  const reason = placeTexts(language)(`refusal.${code}`);
  return words === '' ? say('said', { unit, when, reason }) : say('saidWords', { unit, when, reason, words });
}
