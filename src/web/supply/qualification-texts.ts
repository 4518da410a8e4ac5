/** The texts of the pages of qualification, in both languages. */
import { catalogue } from '../ui/language.ts';
import { danish } from './qualification-danish.ts';
import { english } from './qualification-english.ts';

export const qualificationTexts = catalogue(danish, english);
