/** The texts of the pages about numbers, in both languages. */
import { catalogue } from '../ui/language.ts';
import { analysisDanish, analysisEnglish } from './analysis-words.ts';
import { disputeDanish, disputeEnglish } from './dispute-words.ts';
import { figureDanish, figureEnglish } from './figure-words.ts';
import { givenDanish, givenEnglish } from './given-words.ts';
import { gridDanish, gridEnglish } from './grid-words.ts';
import { importedDanish } from './lists-danish.ts';
import { importedEnglish } from './lists-english.ts';
import { listDanish, listEnglish } from './list-words.ts';
import { remarkSentences } from '../../domain/estimation/remark.ts';
import { tableProblemSentences } from '../../domain/estimation/table-problem.ts';
import { remarkDanish, tableProblemDanish } from './remark-words.ts';
import { ownDanish, ownEnglish } from './own-words.ts';
import { workDanish, workEnglish } from './work-words.ts';

export const disputeTexts = catalogue(disputeDanish, disputeEnglish);
export const gridTexts = catalogue(gridDanish, gridEnglish);
export const figureTexts = catalogue(figureDanish, figureEnglish);
export const workTexts = catalogue(workDanish, workEnglish);
export const analysisTexts = catalogue(analysisDanish, analysisEnglish);
export const givenTexts = catalogue(givenDanish, givenEnglish);
export const tableProblemTexts = catalogue(tableProblemDanish, tableProblemSentences);
export const remarkTexts = catalogue(remarkDanish, remarkSentences);
export const listTexts = catalogue(listDanish, listEnglish);
export const ownTexts = catalogue(ownDanish, ownEnglish);
export const importedTexts = catalogue(importedDanish, importedEnglish);
