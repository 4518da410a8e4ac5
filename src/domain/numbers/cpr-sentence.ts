/** What is said of a text that could hold a CPR number: beside a field of a form and by the programming interface, in the same words. */
export const cprSentences = {
  da: 'Der står noget, der ligner et CPR-nummer: «{where}». Intet er gemt. Tag nummeret ud: det hører ikke til i en fri tekst. Er det et telefonnummer, så skriv +45 foran.',
  en: 'There is something that looks like a CPR number: “{where}”. Nothing is saved. Take the number out: it does not belong in free text. If it is a telephone number, write +45 before it.',
} as const;

/** `where`: the words around it, with a dot for each of its digits. */
export function cprSentence(where: string, language: keyof typeof cprSentences): string {
  return cprSentences[language].replace('{where}', () => where);
}
