/** What has been released of a call, for all who read it: each leads to its page and files. */
import type { JSX } from 'react';
import type { ReleasedLine } from '../../store/release-read.ts';
import { reachTexts } from '../release/reach-words.ts';
import { releasesAddress } from '../release/texts.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';

export function ReleasedList({
  released,
  language,
}: {
  readonly released: readonly ReleasedLine[];
  readonly language: Language;
}): JSX.Element | null {
  if (released.length === 0) return null;
  const say = reachTexts(language);
  return (
    <Card heading={say('under')} id="udgivet">
      <ul>
        {released.map(({ id, recorded, organisation }) => (
          <li key={id}>
            <a href={`${releasesAddress}/${id}`}>{say('line', { id, when: momentText(recorded, language), organisation })}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
