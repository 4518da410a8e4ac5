/** The texts of the pages of the waiting list, in both languages. */
import { catalogue } from '../ui/language.ts';
import { danish } from './danish.ts';
import { english } from './english.ts';

export const waitingTexts = catalogue(danish, english);
