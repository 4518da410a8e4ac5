/** Every property in every sentence that it can stand in: read aloud, each is a sentence. */
import { describe, expect, test } from 'vitest';
import { placeProperties, type PlaceProperty } from '../../domain/placement/provision.ts';
import type { Language } from '../ui/language.ts';
import { supplyTexts } from '../supply/texts.ts';
import { placeWorkTexts } from '../work/place-texts.ts';
import { answerTexts } from './answer-texts.ts';
import { askedTexts } from './asked-texts.ts';
import { herNeedsTexts } from './her-needs-texts.ts';
import { previewTexts } from './preview-texts.ts';
import { placeTexts } from './texts.ts';
import { weeksTexts } from './weeks-texts.ts';
import { propertyList } from './words.ts';

/** Each sentence that a property stands inside, filled in with some. */
function sentencesWith(properties: readonly PlaceProperty[], language: Language): readonly string[] {
  const list = propertyList(properties, language);
  const her = herNeedsTexts(language);
  const answer = answerTexts(language);
  return [
    ...(['written', 'besides', 'without', 'since', 'later', 'withNeeds'] as const).map((key) => her(key, { needs: list })),
    ...(['need.nowhere', 'need.apart', 'need.not-then'] as const).map((key) => answer(key, { property: list })),
    answer('full', { period: '', properties: list }),
    askedTexts(language)('askedNeeds', { day: '', nights: 3, needs: list }),
    previewTexts(language)('lacks', { place: 'P', properties: list }),
    placeTexts(language)('lacks', { properties: list }),
    placeWorkTexts(language)('trouble.lacks', { name: 'N', properties: list, period: 'P' }),
    supplyTexts(language)('trouble.lacks', { properties: list, period: 'P' }),
    ...(['needsChosen', 'answerFor'] as const).map((key) => weeksTexts(language)(key, { needs: list })),
  ];
}

/** A property that is a clause or says «without» itself breaks the sentence it stands in. */
const broken: Readonly<Record<Language, RegExp>> = {
  da: /(uden|om|for|har|ikke|med|have) (uden|kan|partner kan|andre børn kan|modtager)\b|: *\S*\.$/u,
  en: /\b(without|needs|has|have|lacks|with) (without|can|partner can|other children can|receives)\b|: *\S*\.$/u,
};

describe.each(['da', 'en'] as const)('in %s', (language) => {
  const said = placeProperties.map((property) => [property, propertyList([property], language)] as const);

  test.each(said)('%s stands in every sentence as its own phrase', (property, phrase) => {
    expect(phrase).not.toBe('');
    // A checkbox has a label of its own, which need not stand inside a sentence.
    expect(phrase[0]).toBe(phrase[0]?.toLocaleLowerCase(language));
    for (const sentence of sentencesWith([property], language)) {
      expect(sentence).toContain(phrase);
      expect(sentence).not.toMatch(broken[language]);
    }
  });

  test('no two properties are said alike, and many are joined as a sentence joins them', () => {
    const phrases = said.map(([, phrase]) => phrase);
    expect(new Set(phrases).size).toBe(placeProperties.length);
    const [first, second, third] = placeProperties;
    const three = propertyList([first, second, third], language);
    expect(three).toMatch(language === 'da' ? /^[^,]+, [^,]+ og [^,]+$/ : /^[^,]+, [^,]+,? and [^,]+$/);
    for (const sentence of sentencesWith(placeProperties, language)) expect(sentence).not.toMatch(broken[language]);
  });
});

test('what a search leaves out is said so for each property', () => {
  expect(placeProperties.map((one) => herNeedsTexts('da')('without', { needs: propertyList([one], 'da') }))).toEqual([
    'Denne søgning beder ikke om rum til mor og barn.',
    'Denne søgning beder ikke om rum til en partner.',
    'Denne søgning beder ikke om rum til andre børn.',
    'Denne søgning beder ikke om skærmede rammer.',
    'Denne søgning beder ikke om modtagelse ved aktivt brug.',
    'Denne søgning beder ikke om substitutionsbehandling.',
    'Denne søgning beder ikke om mulighed for tilbageholdelse med forudgående samtykke.',
    'Denne søgning beder ikke om en neonatalafdeling tæt på.',
    'Denne søgning beder ikke om trinfri adgang.',
  ]);
});
