/** The texts of the pages of planning, in both languages. */
import { catalogue } from '../ui/language.ts';
import { answerDanish } from './answer-danish.ts';
import { answerEnglish } from './answer-english.ts';
import { costsDanish } from './costs-danish.ts';
import { costsEnglish } from './costs-english.ts';
import { danish } from './danish.ts';
import { english } from './english.ts';
import { faultDanish } from './fault-danish.ts';
import { faultEnglish } from './fault-english.ts';
import { labDanish } from './lab-danish.ts';
import { labEnglish } from './lab-english.ts';
import { registerDanish } from './register-danish.ts';
import { registerEnglish } from './register-english.ts';
import { scenarioDanish } from './scenario-danish.ts';
import { scenarioEnglish } from './scenario-english.ts';
import { sitesDanish } from './sites-danish.ts';
import { sitesEnglish } from './sites-english.ts';

export const planTexts = catalogue(danish, english);
export const answerTexts = catalogue(answerDanish, answerEnglish);
export const scenarioTexts = catalogue(scenarioDanish, scenarioEnglish);
export const labTexts = catalogue(labDanish, labEnglish);
export const sitesTexts = catalogue(sitesDanish, sitesEnglish);
export const costsTexts = catalogue(costsDanish, costsEnglish);
export const faultTexts = catalogue(faultDanish, faultEnglish);
export const registerTexts = catalogue(registerDanish, registerEnglish);
