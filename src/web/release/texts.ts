/** The texts of the pages of releases, in both languages. */
import { catalogue } from '../ui/language.ts';
import { danish } from './danish.ts';
import { english } from './english.ts';

export const releaseTexts = catalogue(danish, english);

export const releasesAddress = '/udgivelser';
