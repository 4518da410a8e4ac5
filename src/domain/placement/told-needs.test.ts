import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../time.ts';
import { nothingKnown, proposeNeeds } from './needs.ts';
import { toldIn, toldNeedsEdition } from './told-needs.ts';

const concern = { kind: 'concern', on: day('2026-11-20'), from: 'Egen læge' } as const;
const said = (text: string): readonly string[] =>
  toldIn(text, concern).map(({ property, certainty }) => (certainty === 'said' ? property : `${property}?`));

/** Clauses that say one thing each, and what. */
const clauses = [
  ['Hun bruger kokain i et omfang der bekymrer', 'accepts-active-use'],
  ['Drikker dagligt', 'accepts-active-use'],
  ['Får substitutionsmedicin', 'substitution-treatment'],
  ['Er i metadonbehandling', 'substitution-treatment'],
  ['Hun er udsat for vold', 'shielded'],
  ['Hun har brug for skærmede rammer', 'shielded'],
  ['Hendes kæreste truer hende', 'shielded'],
  ['Hun vil have sin kæreste med', 'partner'],
  ['Bor sammen med sin kæreste', 'partner?'],
  ['Ønsker at have sin datter med sig', 'other-children'],
  ['Har to børn hjemme', 'other-children?'],
  ['Graviditeten er langt henne', null],
] as const;

describe('the words of a concern', () => {
  test.each(clauses)('«%s» tells of %s', (text, told) => {
    expect(said(text)).toEqual(told === null ? [] : [told]);
  });

  test.each([
    'Voldsom kvalme',
    'Ryger dagligt',
    'Tager p-piller',
    'Drikker dagligt to liter vand',
    'Drikker alkoholfri øl',
    'Truende abort, truet af for tidlig fødsel',
    'Er under stor belastning og ser meget på skærm',
    'Skal føde sit første barn',
    'Har ikke børn og har ingen kæreste',
    'Har ingen børn',
    'Har tidligere drukket',
    'Bruger hash og alkohol ikke længere',
    'Har aldrig brugt metadon og subutex',
    'Er ikke udsat for vold og får ikke metadon',
    'Ønsker ikke at have sin kæreste med',
    'Har tidligere røget hash og brugt kokain',
  ])('that are ordinary, denied or past tell of nothing: «%s»', (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    ['Skal føde sit første barn sammen med sin kæreste', ['partner?']],
    ['Vil gerne have sin kæreste med til scanning', ['partner?']],
    ['Skal bo sammen med sin kæreste og sine to børn', ['partner?', 'other-children?']],
    ['Hendes kæreste ryger hash', ['accepts-active-use?', 'partner?']],
    ['Hendes mor bruger kokain', ['accepts-active-use?']],
    ['Tager piller mod smerter', ['accepts-active-use?']],
    ['Tager morfin', ['accepts-active-use?']],
    ['Injicerer heroin ordineret på klinik', ['accepts-active-use?']],
    ['Måske bruger hun hash', ['accepts-active-use?']],
    ['Mistanke om at hun drikker alkohol', ['accepts-active-use?']],
    ['Hvis hun drikker dagligt', ['accepts-active-use?']],
    ['Får substitution med hormon', ['substitution-treatment?']],
    ['Får substitutionsbehandling med jern', ['substitution-treatment?']],
    ['Køber metadon på gaden', ['substitution-treatment?']],
    ['Hun har været udsat for vold', ['shielded?']],
    ['Hendes søster er udsat for vold', ['shielded?']],
    ['Hun er voldelig', ['shielded?']],
    // After a denial it may still be denied.
    ['Har ikke født før og ryger hash', ['accepts-active-use?']],
  ] as const)('that may mean another thing are only asked about: «%s»', (text, told) => {
    expect(said(text)).toEqual(told);
  });

  test.each([
    ['ryger hash og har ingen bolig', ['accepts-active-use']],
    ['Ryger stadig hash og er tidligere behandlet', ['accepts-active-use']],
    ['Har et dagligt forbrug af kokain', ['accepts-active-use']],
    ['Bruger kokain sammen med sin kæreste', ['accepts-active-use', 'partner?']],
    ['Får metadon og drikker dagligt', ['substitution-treatment', 'accepts-active-use']],
    ['Er udsat for vold af sin mand og har ingen bolig', ['shielded']],
    ['Ønsker at have sine to børn med på opholdet', ['other-children']],
  ] as const)('that can mean nothing else are proposed: «%s»', (text, told) => {
    expect(said(text)).toEqual(told);
  });

  test.each(['ikke', 'tidligere', 'aldrig', 'ingen'])('that are denied or past tell of nothing: «%s»', (denial) => {
    // Whoever was hurt before may still be: it is asked.
    const standing = (told: string | null): readonly string[] => (denial === 'tidligere' && told === 'shielded' ? ['shielded?'] : []);
    for (const [text, told] of clauses) expect(said(`${text} ${denial}`)).toEqual(standing(told));
    // A denial in one clause says nothing of the one before it.
    expect(said(`Bruger stoffer og alkohol, har ${denial} fast bolig`)).toEqual(['accepts-active-use']);
    expect(said(`Får metadon men har ${denial} bolig`)).toEqual(['substitution-treatment']);
  });

  test('are kept as they were written, with where they stand', () => {
    expect(toldIn('Langt henne. Får metadon, og drikker dagligt', concern)).toContainEqual({
      property: 'substitution-treatment',
      certainty: 'said',
      words: 'Får metadon',
      source: concern,
    });
  });

  test('tell together what they tell apart, in whatever order they stand', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...clauses), { maxLength: 6 }), (some) => {
        const apart = new Set(some.flatMap(([, told]) => (told === null ? [] : [told])));
        const expected = [...apart].filter((one) => !one.endsWith('?') || ![...apart].some((other) => `${other}?` === one));
        expect(new Set(said(some.map(([text]) => text).join('. ')))).toEqual(new Set(expected));
      }),
    );
  });
});

test('what is said is proposed for what it is, and what is mentioned is not', () => {
  const told = toldIn('Får metadon. Bor sammen med sin kæreste', concern);
  const nights = { arrival: day('2026-12-01'), departure: day('2026-12-31') };
  expect(proposeNeeds({ ...nothingKnown, told }, nights)).toEqual([
    { property: 'substitution-treatment', why: 'told-by-pathway', edition: toldNeedsEdition },
  ]);
  // What follows from a fact keeps its own reason.
  const relapse = { ...nothingKnown, relapseRecorded: true, told: toldIn('Bruger kokain', concern) };
  expect(proposeNeeds(relapse, nights)).toEqual([{ property: 'accepts-active-use', why: 'use-continues' }]);
});
