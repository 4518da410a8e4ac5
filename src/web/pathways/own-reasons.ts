/**
 * The words to her for what professionals choose from lists: levels of care, her answers, and why somebody acted before she had answered. Each list has
 * its own sentence here, in second person: a word that was made for those who help her is never read back to her.
 */
import { type AnswerReason, answerReasons } from '../../domain/pathway/facts.ts';
import type { ToldAnswer } from '../../domain/pathway/her-answer.ts';
import { type HeldBeforeYesReason, heldBeforeYesReasons } from '../../domain/pathway/her-yes.ts';
import { catalogue, type Language } from '../ui/language.ts';

export const ownReasonTexts = catalogue(
  {
    'level.outpatient': 'hjælp, uden at du flytter ind et sted',
    'level.intensified-outpatient': 'mere hjælp, uden at du flytter ind et sted',
    'level.residential': 'et døgnophold, hvor du bor og får hjælp samme sted',
    'answer.accepted': 'ja',
    'answer.declined': 'nej',
    'answer.considering': 'du vil tænke over det',
    'criterion.met': 'Ja',
    'criterion.not-met': 'Nej',
    'criterion.unclear': 'Det er ikke afklaret endnu',
    'held.is-being-asked': 'Pladsen holdes, så den er der, mens du bliver spurgt.',
    'held.thinks-it-over': 'Pladsen holdes, så den er der, mens du tænker over det.',
    'held.not-reached': 'Pladsen holdes, før du har svaret, fordi dine fagpersoner ikke har fået fat i dig endnu.',
    'held.place-would-be-lost': 'Pladsen holdes, fordi den ellers kunne gå til en anden, før du blev spurgt.',
    'held.must-act-now':
      'Pladsen holdes, før du har svaret, fordi dine fagpersoner mente, at det hastede, at der var en plads til dig. Du bestemmer stadig selv.',
    'held.other': 'Pladsen holdes, før du har svaret.',
    'held.other-unsaid': 'Pladsen holdes, før du har svaret. Der er ikke skrevet hvorfor: det kan du spørge om.',
    'silent.is-being-asked': 'Du var ved at blive spurgt.',
    'silent.thinks-it-over': 'Du ville tænke over det.',
    'silent.not-reached': 'Dine fagpersoner havde ikke fået fat i dig endnu.',
    'silent.place-would-be-lost': 'Dine fagpersoner ventede ikke på dit svar, fordi pladsen ellers kunne gå til en anden.',
    'silent.must-act-now': 'Dine fagpersoner ventede ikke på dit svar, fordi de mente, at det hastede. Du bestemmer stadig selv.',
    'silent.other': '',
    'silent.other-unsaid': 'Der er ikke skrevet, hvorfor dit svar mangler: det kan du spørge om.',
    'no.partner': 'Du vil være nær din partner.',
    'no.child': 'Du vil være nær dit barn.',
    'no.home': 'Du vil blive i dit hjem.',
    'no.work': 'Du vil passe dit arbejde.',
    'no.distance': 'Du synes, der er for langt.',
    'no.network': 'Du vil være nær familie og venner.',
    'no.other': 'Du havde en grund, som er din egen.',
    'no.unsaid': 'Du sagde ikke hvorfor, og det behøver du heller ikke.',
    'asked.face-to-face': 'Du gav dit svar til {by}, da I talte sammen.',
    'asked.telephone': 'Du gav dit svar til {by} i telefonen.',
    'asked.message': 'Du gav dit svar til {by} i en besked.',
    'asked.through-someone': 'Dit svar kom til {by} gennem en, du har valgt.',
    written: 'De skrev: «{words}»',
    writtenNo: 'Skrevet om din grund: «{words}»',
  },
  {
    'level.outpatient': 'help without moving in somewhere',
    'level.intensified-outpatient': 'more help without moving in somewhere',
    'level.residential': 'a residential stay, where you live and get help in one place',
    'answer.accepted': 'yes',
    'answer.declined': 'no',
    'answer.considering': 'you want to think it over',
    'criterion.met': 'Yes',
    'criterion.not-met': 'No',
    'criterion.unclear': 'It is not settled yet',
    'held.is-being-asked': 'The place is held so that it is there while you are asked.',
    'held.thinks-it-over': 'The place is held so that it is there while you think it over.',
    'held.not-reached': 'The place is held before you have answered, because your professionals have not reached you yet.',
    'held.place-would-be-lost': 'The place is held because it could else go to somebody else before you were asked.',
    'held.must-act-now':
      'The place is held before you have answered, because your professionals thought it urgent that there was a place for you. You still decide yourself.',
    'held.other': 'The place is held before you have answered.',
    'held.other-unsaid': 'The place is held before you have answered. It is not written why: you can ask about it.',
    'silent.is-being-asked': 'You were being asked.',
    'silent.thinks-it-over': 'You wanted to think it over.',
    'silent.not-reached': 'Your professionals had not reached you yet.',
    'silent.place-would-be-lost': 'Your professionals did not wait for your answer, because the place could else go to somebody else.',
    'silent.must-act-now': 'Your professionals did not wait for your answer, because they thought it urgent. You still decide yourself.',
    'silent.other': '',
    'silent.other-unsaid': 'It is not written why your answer is missing: you can ask about it.',
    'no.partner': 'You want to be near your partner.',
    'no.child': 'You want to be near your child.',
    'no.home': 'You want to stay in your home.',
    'no.work': 'You want to keep your work.',
    'no.distance': 'You think it is too far.',
    'no.network': 'You want to be near family and friends.',
    'no.other': 'You had a reason of your own.',
    'no.unsaid': 'You did not say why, and you need not.',
    'asked.face-to-face': 'You gave your answer to {by} when you talked together.',
    'asked.telephone': 'You gave your answer to {by} on the telephone.',
    'asked.message': 'You gave your answer to {by} in a message.',
    'asked.through-someone': 'Your answer came to {by} through somebody you have chosen.',
    written: 'They wrote: “{words}”',
    writtenNo: 'Written about your reason: “{words}”',
  },
);

/** Why a place is held before she has answered, as a sentence to her, with the words that were written beside the reason. */
export function heldReasonText({ why, written }: Reason, language: Language): string {
  return beforeAnswer('held', why, written, language);
}

/** What her page says of an answer of hers to a place: who she gave it to and how, her reason, or why there is no answer. Empty where nothing is told. */
export function toldAnswerText(said: ToldAnswer, language: Language): string {
  const say = ownReasonTexts(language);
  const parts: string[] = [];
  if ('asked' in said && said.asked) parts.push(say(`asked.${said.asked.way}`, { by: said.asked.by }));
  if ('why' in said) {
    const { why, written } = said;
    if (said.answer === 'no') {
      if (isHers(why)) parts.push(say(`no.${why}`));
      if (written !== '') parts.push(say('writtenNo', { words: written }));
    } else if (isOfThose(why)) parts.push(beforeAnswer('silent', why, written, language));
  }
  return parts.filter((part) => part !== '').join(' ');
}

type Reason = { readonly why: HeldBeforeYesReason; readonly written: string };

function beforeAnswer(kind: 'held' | 'silent', why: HeldBeforeYesReason, written: string, language: Language): string {
  const say = ownReasonTexts(language);
  if (written !== '') return [say(`${kind}.${why}`), say('written', { words: written })].filter((part) => part !== '').join(' ');
  return say(why === 'other' ? `${kind}.other-unsaid` : `${kind}.${why}`);
}

function isHers(why: string): why is AnswerReason {
  return answerReasons.some((one) => one === why);
}

function isOfThose(why: string): why is HeldBeforeYesReason {
  return heldBeforeYesReasons.some((one) => one === why);
}
