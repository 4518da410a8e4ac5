/** The texts of the pages of planning, in both languages. */
import { catalogue } from '../ui/language.ts';
import { danish } from './danish.ts';
import { english } from './english.ts';
import { labDanish } from './lab-danish.ts';
import { labEnglish } from './lab-english.ts';
import { scenarioDanish } from './scenario-danish.ts';
import { scenarioEnglish } from './scenario-english.ts';

export const planTexts = catalogue(danish, english);
export const scenarioTexts = catalogue(scenarioDanish, scenarioEnglish);
export const labTexts = catalogue(labDanish, labEnglish);
