/**
 * Where a page waits for numbers: with script only this region changes while they are worked out; without, the page comes again by itself, or is held still and
 * asked for by a link.
 */
import type { JSX, ReactNode } from 'react';
import { Island } from '../island.tsx';
import type { Language } from '../ui/language.ts';
import { answerTexts } from './texts.ts';

/** The page of a study that is under way asks again after so many seconds. */
export const refreshSeconds = 2;

/** What a page is told in its address when it is to be held still. */
export const stillWord = 'stille';

type Props = {
  /** Of this page, without being held still. */
  readonly address: string;
  readonly isStill: boolean;
  readonly children: ReactNode;
  readonly language: Language;
};

export function Waiting({ address, isStill, children, language }: Props): JSX.Element {
  const say = answerTexts(language);
  const still = `${address}${address.includes('?') ? '&' : '?'}${stillWord}=ja`;
  return (
    <div className="strip lab-progress" data-waiting="">
      {children}
      <p className="quiet">
        {say(isStill ? 'wait.still' : 'wait.follows', { seconds: refreshSeconds })} <a href={isStill ? still : address}>{say('see')}</a> ·{' '}
        <a href={isStill ? address : still}>{say(isStill ? 'wait.follow' : 'wait.holdStill')}</a>
      </p>
      {!isStill && (
        <>
          <Island
            name="FollowWork"
            props={{ address, seconds: refreshSeconds, readyText: say('wait.ready'), showText: say('wait.show') }}
          />
          <noscript dangerouslySetInnerHTML={{ __html: `<meta http-equiv="refresh" content="${refreshSeconds}">` }} />
        </>
      )}
    </div>
  );
}

/** Whether the address asks to hold the page still. */
export function isHeldStill(query: unknown): boolean {
  return typeof query === 'object' && query !== null && stillWord in query;
}
