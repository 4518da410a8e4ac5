/** What stands beside every field whose words she reads on her own page, word for word, and beside no other: whoever writes knows it before writing. */
import { catalogue, type Language } from '../ui/language.ts';

const texts = catalogue(
  { reads: 'Hun læser det på sin egen side, som du skriver det.' },
  { reads: 'She reads it on her own page as you write it.' },
);

/** The hint of such a field, after what else is to be said about it. */
export function readByHer(language: Language, ...before: readonly string[]): string {
  return [...before, texts(language)('reads')].join(' ');
}
