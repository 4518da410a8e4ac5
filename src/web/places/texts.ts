/** The texts of the pages of places, in both languages. */
import { catalogue } from '../ui/language.ts';
import { danish } from './danish.ts';
import { english } from './english.ts';

export const placeTexts = catalogue(danish, english);

/** Filled in by the browser while the time runs, so its `{time}` is not read as a message here. */
export const holdTexts = catalogue({ left: '({time} tilbage)' }, { left: '({time} left)' });
