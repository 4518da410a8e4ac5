/** How far long work has come, on standard error, and only where a person is looking at it. */
import type { OnProgress } from '../domain/disclosure/release-audit.ts';

/** Where it is said; a file or a pipe is told nothing. */
export type Screen = { readonly isTTY?: boolean | undefined; readonly write: (text: string) => unknown };

/** Not more often than this is anything said. */
const millisecondsBetween = 250;

/** Says «step of steps» over and over on one line; `clear` wipes the line before the answer. */
export function progressOn(screen: Screen, clock: () => number): { readonly onProgress: OnProgress; readonly clear: () => void } {
  if (screen.isTTY !== true) return { onProgress: () => 'go on', clear: () => undefined };
  let last = Number.NEGATIVE_INFINITY;
  let hasSaid = false;
  return {
    onProgress(done, total) {
      const now = clock();
      if (now - last < millisecondsBetween) return 'go on';
      last = now;
      hasSaid = true;
      screen.write(`\r\u001B[K${done} of ${total}`);
      return 'go on';
    },
    clear() {
      if (hasSaid) screen.write('\r\u001B[K');
    },
  };
}
