/** How long a place is still held. Without script it says until when; with it the minutes and seconds run down. */
import { type JSX, useEffect, useState } from 'react';

export type HoldCountdownProps = {
  /** «Holdes til kl. 14.32». */
  readonly text: string;
  /** Milliseconds that were left when the page was made, by the database's clock: the browser's own may be wrong. */
  readonly left: number;
  /** «{time} tilbage», with the time where `{time}` stands. */
  readonly leftText: string;
  /** When it has run out. */
  readonly overText: string;
};

export function HoldCountdown({ text, left, leftText, overText }: HoldCountdownProps): JSX.Element {
  const [shown, setShown] = useState<number | null>(null);
  useEffect(() => {
    const started = performance.now();
    const tick = (): void => setShown(Math.max(0, left - (performance.now() - started)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [left]);

  if (shown === null) return <span className="countdown">{text}</span>;
  if (shown === 0) return <strong className="countdown over">{overText}</strong>;
  return (
    <span className="countdown">
      {text} <strong role="timer">{leftText.replace('{time}', clockText(shown))}</strong>
    </span>
  );
}

/** «27:05», or «3:27:05» from an hour on; rounded up so that nothing is promised that is not there. */
function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
