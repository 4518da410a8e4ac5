/** What her own page says of a reason that was chosen from a list: a sentence to her, and the words that were written. */
import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { held, referral, start, stay, told } from '../../../test/told-pathway.ts';
import { answerReasons, levelsOfCare, type PathwayFact, womansAnswers } from '../../domain/pathway/facts.ts';
import { foldPathway } from '../../domain/pathway/fold.ts';
import { askedWays, type HerAnswer } from '../../domain/pathway/her-answer.ts';
import { heldBeforeYesReasons } from '../../domain/pathway/her-yes.ts';
import { addDays, startOfDanishDay } from '../../domain/time.ts';
import { herAnswerTexts } from '../places/her-answer-texts.ts';
import { herYesTexts } from '../places/her-yes-texts.ts';
import { OwnAsked } from './own-asked.tsx';
import { OwnTold } from './own-told.tsx';
import { wordTexts } from './word-texts.ts';

const now = startOfDanishDay(addDays(start, 34));
const textOf = (page: React.JSX.Element): string => load(renderToStaticMarkup(page)).text();
const asked = (herYes: Extract<PathwayFact, { type: 'place-held' }>['herYes']): string => {
  const facts = told([0, referral], [33, { ...held, ...(herYes ? { herYes } : {}) }]);
  return textOf(<OwnAsked own={{ pathway: foldPathway(facts), facts }} houses={[]} isShut={false} now={now} language="da" />);
};
const shown = (...facts: readonly PathwayFact[]): string =>
  textOf(<OwnTold facts={told(...facts.map((fact) => [33, fact] as const))} stays={[]} language="da" />);
const answered = (said: HerAnswer): string => shown({ type: 'place-answered', stay, unitName: 'Fjordhuset', said });

/** Spoken about, where she should be spoken to. */
const aboutHer = /\b(hun|hende|hendes|sin|sit|sine)\b/i;

describe('why a place is held before she has answered', () => {
  test.each(heldBeforeYesReasons)('is told her in a sentence to her, with the words beside it: %s', (why) => {
    const word = herYesTexts('da')(`why.${why}`);
    const bare = asked({ answer: 'not-yet', why, written: '' });
    const withWords = asked({ answer: 'not-yet', why, written: 'Jeg ringer igen kl. 14' });
    for (const page of [bare, withWords]) {
      expect(page).toContain('Pladsen holdes');
      expect(page).not.toContain(`${word}.`);
      expect(page).not.toMatch(aboutHer);
    }
    expect(withWords).toContain('«Jeg ringer igen kl. 14»');
  });

  test('says that nobody wrote it where nobody did, and never that there was another reason', () => {
    expect(asked({ answer: 'not-yet', why: 'other', written: '' })).toContain('det kan du spørge om');
    expect(asked({ answer: 'not-yet', why: 'other', written: 'Vi ventede på din mor' })).not.toContain('det kan du spørge om');
    expect(asked({ answer: 'not-yet', why: 'must-act-now', written: '' })).toContain('Du bestemmer stadig selv');
  });
});

describe('what was written of her answer', () => {
  test.each(heldBeforeYesReasons)('says to her why there is none: %s', (why) => {
    const page = answered({ answer: 'not-yet', why, written: 'Prøver i morgen' });
    expect(page).toContain('«Prøver i morgen»');
    expect(page).not.toContain(herYesTexts('da')(`why.${why}`));
    expect(page).not.toMatch(aboutHer);
    if (why !== 'other') expect(page).not.toContain(answered({ answer: 'not-yet', why: 'other', written: 'x' }));
  });

  test.each(answerReasons)('says her own reason to her: %s', (why) => {
    const page = answered({ answer: 'no', asked: { by: 'Karen Holm', way: 'telephone' }, why, written: 'Hos min søster' });
    expect(page).toContain('Du gav dit svar til Karen Holm i telefonen.');
    expect(page).toMatch(/Du (vil|synes|havde|sagde)/);
    expect(page).toContain('«Hos min søster»');
    expect(page).not.toMatch(aboutHer);
  });

  test.each(askedWays)('says how she was asked: %s', (way) => {
    const page = answered({ answer: 'yes', asked: { by: 'Karen Holm', way } });
    expect(page).toContain('Karen Holm');
    expect(page).not.toContain(herAnswerTexts('da')(`way.${way}`));
    expect(page).not.toMatch(aboutHer);
  });

  test('tells why she could not be asked in the words that were written', () => {
    expect(answered({ answer: 'not-possible', why: 'other', written: 'Telefonen er slukket' })).toContain('«Telefonen er slukket»');
  });
});

test.each(levelsOfCare)('a level of care is said as what it is for her: %s', (level) => {
  const page = shown({ type: 'offered', level, what: 'Et sted ved fjorden' });
  expect(page).toContain('Tilbud til dig: ');
  expect(page).not.toContain(wordTexts('da')(`level.${level}`));
});

test.each(womansAnswers)('her answer to an offer is said to her: %s', (answer) => {
  const page = shown({ type: 'answered', answer, reason: null, inHerWords: '' });
  expect(page).toContain('Dit svar: ');
  expect(page).not.toContain('Overvejer');
});
