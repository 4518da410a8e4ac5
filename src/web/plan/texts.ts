/** The texts of the page of planning, in both languages. */
import { catalogue } from '../ui/language.ts';
import { danish } from './danish.ts';
import { english } from './english.ts';

export const planTexts = catalogue(danish, english);
