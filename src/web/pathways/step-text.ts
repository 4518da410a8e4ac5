/** The next step in words: with the unit and the time where an offer of a place is to be answered. */
import type { NextStep } from '../../domain/pathway/actions.ts';
import type { Missing } from '../../domain/pathway/next-step.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { weekdayMomentText } from '../ui/format.ts';
import { wordTexts } from './word-texts.ts';

export const stepTexts = catalogue(
  {
    answerOffer: 'Svar på tilbuddet om en plads i {unit} inden {when}',
    askAndAnswer: 'Spørg hende, og svar på tilbuddet om en plads i {unit} inden {when}',
    askPlace: 'Spørg hende om pladsen i {unit}, og skriv hendes svar',
    hers: 'Samtidig:',
    offerBasis: 'fristen for svar på tilbuddet',
  },
  {
    answerOffer: 'Answer the offer of a place in {unit} before {when}',
    askAndAnswer: 'Ask her, and answer the offer of a place in {unit} before {when}',
    askPlace: 'Ask her about the place in {unit}, and write her answer',
    hers: 'Meanwhile:',
    offerBasis: 'the time to answer the offer',
  },
);

/** What is missing, in a word or two; of the contract that is owed once the stay has begun, that it is late. */
export function missingText(thing: Missing, { stay }: Pick<Pathway, 'stay'>, language: Language): string {
  const isLate = thing === 'contract-offer' && (stay?.status === 'admitted' || stay?.status === 'discharged');
  return wordTexts(language)(isLate ? 'missing.contract-offer-there' : `missing.${thing}`);
}

/** «Bekræft pladsen», «Svar på tilbuddet om en plads i Fjordhuset, Klit inden torsdag den 26. november kl. 14.00». */
export function stepText({ action }: NextStep, { stay }: Pathway, language: Language): string {
  if (action === 'ask-her' && stay) return stepTexts(language)('askPlace', { unit: stay.unitName });
  if (action !== 'answer-offer' || !stay?.heldUntil) return wordTexts(language)(`action.${action}`);
  return stepTexts(language)(stay.saidYes ? 'answerOffer' : 'askAndAnswer', {
    unit: stay.unitName,
    when: weekdayMomentText(stay.heldUntil, language),
  });
}
