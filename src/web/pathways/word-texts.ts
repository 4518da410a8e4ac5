/** The words for what the domain names: levels, steps, causes, roles in the cascade. */
import { catalogue } from '../ui/language.ts';
import { wordDanish } from './word-danish.ts';
import { wordEnglish } from './word-english.ts';

export const wordTexts = catalogue(wordDanish, wordEnglish);
