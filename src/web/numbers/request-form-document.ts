/** The form for an overlap table as a document (da: skemaet som dokument), for Word and PDF: to be sent, printed and written in. */
import type { PlanDocument } from '../../reports/plan-document.ts';
import type { Language } from '../ui/language.ts';
import { leadTexts } from './answer-lead-words.ts';
import { pageRules, requestFormTexts } from './request-form-words.ts';
import { termLines, type WrittenTerms } from './request-form-terms.ts';
import { analysisTexts } from './texts.ts';

/** What a pen writes over. */
const toFill = '…………………';

export function requestDocument(
  lists: readonly string[],
  combinations: readonly (readonly boolean[])[],
  terms: WrittenTerms,
  language: Language,
): PlanDocument {
  const [say, word, lead] = [analysisTexts(language), requestFormTexts(language), leadTexts(language)];
  return {
    language,
    title: say('formTitle'),
    subtitle: lists.join(', '),
    facts: termLines(terms, language).map(([term, text]) => ({ term, text: text === '' ? toFill : text })),
    blocks: [
      { type: 'paragraph', text: say('formIntro'), isLead: false },
      {
        type: 'table',
        caption: say('formDefinitions'),
        headColumn: say('formList'),
        columns: [say('formDefinition'), say('formPeriod'), say('formOwner')].map((title) => ({ title, isNumeric: false })),
        rows: lists.map((head) => ({ head, cells: [toFill, toFill, toFill], isTotal: false })),
        notes: [],
      },
      { type: 'heading', text: say('formCounts') },
      { type: 'list', items: pageRules.map((rule) => word(rule)) },
      {
        type: 'table',
        caption: say('formCounts'),
        headColumn: word('onlyOn'),
        columns: [{ title: say('count'), isNumeric: true }],
        rows: combinations.map((on) => ({ head: lists.filter((_, list) => on[list]).join(' + '), cells: [toFill], isTotal: false })),
        notes: [],
      },
    ],
    footer: say('formTitle'),
    words: { page: lead('doc.page'), of: lead('doc.of'), table: lead('doc.table'), picture: lead('doc.picture') },
  };
}
