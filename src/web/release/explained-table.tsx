/** A table as it is printed with all that explains it, the same on its preview as when it is out: who judges must read what everybody will. */
import type { JSX } from 'react';
import type { Publishable, ReleasedTable } from '../../domain/disclosure/publishable.ts';
import type { ReleaseBackground } from '../../store/release-background.ts';
import type { Language } from '../ui/language.ts';
import { backgroundTexts } from './background-words.ts';
import { Legend, ReleaseTable } from './release-table.tsx';

type Props = { readonly release: Publishable<ReleasedTable>; readonly madeUp: ReleaseBackground['madeUp']; readonly language: Language };

export function ExplainedTable({ release, madeUp, language }: Props): JSX.Element {
  const words = backgroundTexts(language);
  return (
    <>
      <p>{words('countedText')}</p>
      {madeUp && madeUp.answers > 0 && <p>{words('madeUpText', madeUp)}</p>}
      <Legend release={release} language={language} />
      <ReleaseTable release={release} language={language} />
    </>
  );
}
