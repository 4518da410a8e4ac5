/** The texts of the pages of upkeep, in both languages. */
import { catalogue } from '../ui/language.ts';
import { danish } from './danish.ts';
import { english } from './english.ts';

export const supplyTexts = catalogue(danish, english);
