/** What is said to her and of her about a place and the list: no more than what the system and her team really do. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { admitted, confirmed, decided, held, referral, start, stay, told } from '../../../test/told-pathway.ts';
import { asId } from '../../domain/id.ts';
import type { PathwayFact } from '../../domain/pathway/facts.ts';
import { foldPathway } from '../../domain/pathway/fold.ts';
import { addDays, startOfDanishDay } from '../../domain/time.ts';
import type { Language } from '../ui/language.ts';
import { SaysToList } from '../waiting/her-wish.tsx';
import { AskedNow } from './asked-now.tsx';
import { stayText } from './cascade.tsx';
import { OwnAsked } from './own-asked.tsx';

type Happening = readonly [days: number, fact: PathwayFact];
const now = startOfDanishDay(addDays(start, 34));
const pathwayOf = (...happenings: readonly Happening[]) => {
  const facts = told([0, referral], [30, decided], ...happenings);
  return { pathway: foldPathway(facts), facts };
};

describe('what a no to a place does', () => {
  const [onHold, isConfirmed] = [pathwayOf([33, held]), pathwayOf([33, held], [34, confirmed])];
  const toHer = (own: typeof onHold, language: Language): string =>
    renderToStaticMarkup(<OwnAsked own={own} houses={[]} isShut={false} now={now} language={language} />);

  test('is told her with a reason only while the place is still to be confirmed', () => {
    expect(toHer(onHold, 'da')).toContain('Kommunen skal skrive en grund til dig');
    expect(toHer(onHold, 'en')).toContain('has to write a reason to you');
    expect(toHer(isConfirmed, 'da')).not.toContain('skrive en grund');
    expect(toHer(isConfirmed, 'en')).not.toContain('write a reason');
    expect(toHer(isConfirmed, 'da')).toContain('give pladsen fri eller tale med dig igen');
    expect(toHer(isConfirmed, 'en')).toContain('give the place free or talk with you again');
  });

  test('is told her team as what they are to do, and never as a place that goes to another by itself', () => {
    const id = asId<'pathway'>('maja');
    const toTeam = (read: typeof onHold, language: Language): string =>
      renderToStaticMarkup(<AskedNow read={{ id, ...read }} now={now} asks={false} language={language} />);
    for (const read of [onHold, isConfirmed]) {
      expect(toTeam(read, 'da')).toContain('giv så pladsen fri, eller tal med hende igen');
      expect(toTeam(read, 'en')).toContain('then give the place free, or talk with her again');
    }
  });
});

test('that she was not asked about the list is said where somebody wrote it, and else that nothing is written', () => {
  const listed = (...answers: readonly PathwayFact[]): string =>
    renderToStaticMarkup(<SaysToList pathway={pathwayOf(...answers.map((fact): Happening => [31, fact])).pathway} language="da" />);
  expect(listed()).toContain('Det er ikke skrevet, at hun er spurgt om ventelisten');
  expect(listed()).not.toContain('Hun er ikke spurgt');
  expect(listed({ type: 'list-answered', answer: 'not-asked' })).toContain('Hun er ikke spurgt om ventelisten');
  expect(listed({ type: 'list-answered', answer: 'yes' })).toBe('');
});

test('where she lives is told as of today: a move that is planned until its day, and from then on as her place', () => {
  const moves = (from: number, toPlace: string): PathwayFact => ({
    type: 'place-changed',
    stay,
    unitName: 'Fjordhuset',
    fromPlace: '1',
    toPlace,
    from: addDays(start, from),
  });
  const { stay: one } = pathwayOf([33, held], [34, confirmed], [40, admitted], [41, moves(50, '2')], [41, moves(60, '3')]).pathway;
  const text = (date: number): string => (one ? stayText(one, addDays(start, date), 'da') : '');
  expect(text(45)).toMatch(/^1, fra [^,]* 2, fra [^,]* 3, Fjordhuset/);
  expect(text(55)).toMatch(/^2, fra [^,]* 3, Fjordhuset/);
  expect(text(100)).toMatch(/^3, Fjordhuset/);
});
