/**
 * Follows work that goes on beside the server: asks for the page again and changes only what tells how far it is, so that whoever uses the keyboard, or reads what
 * there is so far, stays where she is. When the work is done the answer takes the place of what was waited for, unless she is busy in the page: then a link says so.
 */
import { type JSX, useEffect, useRef, useState } from 'react';

export type FollowWorkProps = {
  /** Of the page. */
  readonly address: string;
  /** Between two looks. */
  readonly seconds: number;
  /** «Svaret er klar.» */
  readonly readyText: string;
  /** «Vis svaret» */
  readonly showText: string;
};

/** What the server marks: the region that is waited in, and the parts that may change meanwhile. */
const [waiting, live] = ['[data-waiting]', 'data-live'];

export function FollowWork({ address, seconds, readyText, showText }: FollowWorkProps): JSX.Element {
  const [isReady, setReady] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async (): Promise<void> => {
      const found = await pageNow();
      // The page can have changed while it was asked for.
      if (isGone || place.current?.isConnected === false) return;
      if (found && !found.querySelector(waiting)) {
        if (isBusy()) setReady(true);
        else show(found);
        return;
      }
      if (found) follow(found);
      timer = setTimeout(() => void look(), seconds * 1000);
    };
    timer = setTimeout(() => void look(), seconds * 1000);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [seconds]);
  return (
    <span ref={place} role="status" data-ready={isReady ? '' : undefined}>
      {isReady && (
        <>
          {readyText} <a href={address}>{showText}</a>
        </>
      )}
    </span>
  );
}

/** Null where the server does not answer with the page: it is asked again later. */
async function pageNow(): Promise<Document | null> {
  try {
    const response = await fetch(window.location.href, { headers: { accept: 'text/html' }, credentials: 'same-origin' });
    return response.ok && !response.redirected ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  } catch {
    return null;
  }
}

/** Each marked part takes the content of its like; one that is being read or used stays as it is. */
function follow(found: Document): void {
  for (const part of document.querySelectorAll(`[${live}]`)) {
    const newer = found.querySelector(`[${live}="${part.getAttribute(live) ?? ''}"]`);
    if (!newer || part.innerHTML === newer.innerHTML || isInUse(part)) continue;
    part.replaceChildren(...newer.childNodes);
  }
}

function isInUse(part: Element): boolean {
  return part.contains(document.activeElement) || part.querySelector('details[open]') !== null || isSelectedIn(part);
}

function isSelectedIn(part: Element): boolean {
  const selection = window.getSelection();
  return selection !== null && !selection.isCollapsed && selection.anchorNode !== null && part.contains(selection.anchorNode);
}

/**
 * Whether she is at work in the page, elsewhere than where she waits: in a form, or among the numbers that there are so far. What cannot be come to with
 * the keyboard, the receipt of what she has just saved, was given the focus by the page and not by her.
 */
function isBusy(): boolean {
  const main = document.querySelector('main');
  const at = document.activeElement;
  const isOfPage = at === null || at === document.body || at === main || at.getAttribute('tabindex') === '-1';
  const isElsewhere = !isOfPage && main?.contains(at) === true && at.closest(waiting) === null;
  return isElsewhere || (main !== null && [...main.querySelectorAll(`[${live}]`)].some(isInUse));
}

/** The answer takes the place of what was waited for; who stood there stands at its beginning. */
function show(found: Document): void {
  const [main, newer] = [document.querySelector('main'), found.querySelector('main')];
  if (!main || !newer || newer.querySelector('[data-island]')) {
    window.location.reload();
    return;
  }
  const stoodThere = main.contains(document.activeElement);
  // The receipt is of this page alone: it stays until she leaves it, and keeps the focus that it has.
  const receipt = main.querySelector('.receipt');
  const head = newer.querySelector('.head');
  if (receipt?.parentElement === main && head?.parentElement === newer) {
    for (const part of main.querySelectorAll(':scope > *')) if (part !== receipt) part.remove();
    const parts = [...newer.childNodes];
    receipt.before(...parts.slice(0, parts.indexOf(head)));
    receipt.after(...parts.slice(parts.indexOf(head)));
  } else main.replaceChildren(...newer.childNodes);
  document.title = found.title;
  if (stoodThere && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
}
