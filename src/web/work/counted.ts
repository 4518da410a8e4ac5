/** The work list counted in one sentence. */
import type { Language } from '../ui/language.ts';
import { countTexts } from './count-texts.ts';

/** How many lines there are of each kind. Their sum is all that is listed. */
export type CountedWork = Readonly<Record<'offers' | 'steps' | 'arriving' | 'away' | 'places' | 'others', number>>;

/**
 * «Her står 7 linjer: 3 skridt i forløb er dine, én kvinde ventes hos jer og 3 venter på andre.» Kinds of which there is nothing are left out. `total`
 * is how many pathways there are where they do not all stand on this page, else `null`.
 */
export function countedText(counted: CountedWork, total: number | null, language: Language): string {
  const say = countTexts(language);
  const kinds = (['offers', 'steps', 'arriving', 'away', 'places', 'others'] as const).filter((kind) => counted[kind] > 0);
  const lines = kinds.reduce((sum, kind) => sum + counted[kind], 0);
  if (lines === 0 && total === null) return say('nothing');
  const said = kinds.map((kind) => say(kind, { count: counted[kind] }));
  const last = said.at(-1) ?? '';
  const parts = said.length < 2 ? last : say('and', { before: said.slice(0, -1).join(', '), last });
  return total === null ? say('sum', { lines, parts }) : say('sumPage', { lines, parts, total });
}
