/** The sentence that tells what is wrong in an answer and where, in Danish and English. One place, for page, command line and tests. */
import type { AnswerField, AnswerProblem } from './answer.ts';
import type { CountQuestionId } from './package.ts';

export type ProblemLanguage = 'da' | 'en';

const questionNames: Readonly<Record<ProblemLanguage, Readonly<Record<CountQuestionId, string>>>> = {
  da: { any: 'Behandling i alt', residential: 'Heraf døgnbehandling' },
  en: { any: 'Treatment in all', residential: 'Of these residential treatment' },
};

/** One whole sentence, with the numbers that clash. */
export function problemSentence(problem: AnswerProblem, language: ProblemLanguage): string {
  return language === 'da' ? inDanish(problem) : inEnglish(problem);
}

function inDanish(problem: AnswerProblem): string {
  const where = place(problem.where, 'da');
  switch (problem.code) {
    case 'missing':
      return `${where}: tallet mangler. Skriv 0, hvis der ingen var.`;
    case 'not-a-number':
      return `${where}: «${problem.written}» er ikke et tal. Skriv et helt tal, fx 0 eller 2.`;
    case 'decimal':
      return `${where}: «${problem.written}» er ikke et helt tal. Kvinder tælles i hele tal.`;
    case 'negative':
      return `${where}: «${problem.written}» er mindre end 0. Skriv 0, hvis der ingen var.`;
    case 'too-large':
      return `${where}: ${problem.written} er flere, end kommunen kan have haft. Det største tal, der kan skrives, er ${problem.most}.`;
    case 'too-many-years':
      return `${where}: der er tal for ${problem.given} år, men udmeldingen spørger om ${problem.asked}.`;
    case 'parts-differ-from-total':
      return `${where}: ${problem.parts.join(' + ')} er ${problem.sum}, men der står ${problem.total}.`;
    case 'residential-exceeds-any':
      return `${where}: der står ${problem.residential} til døgnbehandling, men kun ${problem.any} til behandling i alt. Døgnbehandling er en del af tallet i alt.`;
    case 'no-name':
      return 'Besvaret af: skriv, hvem der svarer for kommunen.';
  }
}

function inEnglish(problem: AnswerProblem): string {
  const where = place(problem.where, 'en');
  switch (problem.code) {
    case 'missing':
      return `${where}: the number is missing. Write 0 if there were none.`;
    case 'not-a-number':
      return `${where}: “${problem.written}” is not a number. Write a whole number such as 0 or 2.`;
    case 'decimal':
      return `${where}: “${problem.written}” is not a whole number. Women are counted in whole numbers.`;
    case 'negative':
      return `${where}: “${problem.written}” is less than 0. Write 0 if there were none.`;
    case 'too-large':
      return `${where}: ${problem.written} is more than the municipality can have had. The largest number that can be written is ${problem.most}.`;
    case 'too-many-years':
      return `${where}: there are numbers for ${problem.given} years, but the call asks about ${problem.asked}.`;
    case 'parts-differ-from-total':
      return `${where}: ${problem.parts.join(' + ')} is ${problem.sum}, but it says ${problem.total}.`;
    case 'residential-exceeds-any':
      return `${where}: it says ${problem.residential} to residential treatment but only ${problem.any} to treatment in all. Residential treatment is part of the number in all.`;
    case 'no-name':
      return 'Answered by: write who answers for the municipality.';
  }
}

function place({ question, year }: AnswerField, language: ProblemLanguage): string {
  if (question === null) return '';
  const total = language === 'da' ? 'i alt for årene' : 'the years together';
  return `${questionNames[language][question]}, ${year === 'total' ? total : year}`;
}
