/** What an overlap table is asked for: whose lists, which area and period, by when, and who it is sent to. Without it nobody can fill the form in. */
import { whereCprCouldBe } from '../../domain/numbers/could-hold-cpr.ts';
import { cprSentence } from '../../domain/numbers/cpr-sentence.ts';
import { addDays, type Day, parseDay, yearOf } from '../../domain/time.ts';
import type { Actor } from '../../domain/trail.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { requestTerms, requestFormTexts, type RequestTerm } from './request-form-words.ts';

export type RequestQuery = { lister?: string } & Partial<Record<RequestTerm, string>>;
/** As they were written, or as they are proposed. */
export type WrittenTerms = Readonly<Record<RequestTerm, string>>;

/** Days that are given to answer where nobody says otherwise, and the longest text of one field. */
const [usualDays, longest] = [42, 160];

/** What stands in the fields: what was written, else the last whole year, the place of the one who asks, and the one who asks. */
export function termsAsked(query: RequestQuery, { actor, place, today, language }: Asker): WrittenTerms {
  const year = yearOf(today) - 1;
  return {
    hvis: query.hvis ?? '',
    omraade: query.omraade ?? place,
    periode: query.periode ?? requestFormTexts(language)('wholeYear', { year: String(year) }),
    frist: query.frist ?? addDays(today, usualDays),
    modtager: query.modtager ?? `${actor.name}, ${actor.organisation.name}`,
  };
}

type Asker = { readonly actor: Actor; readonly place: string; readonly today: Day; readonly language: Language };

/** What is wrong with what was written, by field. An empty one is not wrong: it is left for a pen, and said to be missing. */
export function faultsOf(terms: WrittenTerms, today: Day, language: Language): FieldErrors {
  const say = requestFormTexts(language);
  return Object.fromEntries(
    requestTerms.flatMap((term): readonly (readonly [string, string])[] => {
      const text = terms[term];
      const where = whereCprCouldBe(text);
      if (where !== null) return [[term, cprSentence(where, language)]];
      if (text.length > longest || /\p{Cc}/u.test(text)) return [[term, say('tooLong', { most: String(longest) })]];
      const deadline = term === 'frist' && text !== '' ? parseDay(text) : null;
      return term === 'frist' && text !== '' && (deadline === null || deadline < today) ? [[term, say('wrongDeadline')]] : [];
    }),
  );
}

/** The terms that are still to be written. */
export function missingTerms(terms: WrittenTerms): readonly RequestTerm[] {
  return requestTerms.filter((term) => terms[term].trim() === '');
}

/** Each with its name and its text; a day in words. Empty text where it is left for a pen. */
export function termLines(terms: WrittenTerms, language: Language): readonly (readonly [term: string, text: string])[] {
  return requestTerms.map((term) => {
    const text = terms[term].trim();
    const deadline = term === 'frist' ? parseDay(text) : null;
    return [requestFormTexts(language)(`term.${term}`), deadline === null ? text : dayText(deadline, language)];
  });
}
