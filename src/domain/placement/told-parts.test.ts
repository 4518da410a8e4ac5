/** What is past, denied or somebody else's is asked about and never ticked. The sentences are invented. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../time.ts';
import { type ToldSource, toldIn } from './told-needs.ts';

const source: ToldSource = { kind: 'criteria', on: day('2026-11-20'), from: 'Visitator' };
const told = (text: string): readonly string[] =>
  toldIn(text, source).map(({ property, certainty }) => (certainty === 'said' ? property : `${property}?`));
const use = 'accepts-active-use';
const isTicked = (text: string): boolean => toldIn(text, source).some(({ certainty }) => certainty === 'said');

describe('use that may be over, denied or of another is asked about', () => {
  test.each([
    'Havde dagligt brug af stoffer',
    'Dagligt brug af stoffer ophørte i maj',
    'Dagligt brug af stoffer indtil uge 8',
    'Dagligt brug af stoffer frem til positiv graviditetstest',
    'Aktuelt brug af stoffer afkræftes',
    'Aktuelt brug af stoffer kan udelukkes',
    'Dagligt brug af stoffer afvises',
    'Negativ for dagligt brug af stoffer',
    'Dagligt brug af stoffer hos faren',
    'Dagligt brug af stoffer i hjemmet',
    'Hun havde stort forbrug af kokain i 2023',
    'Stort forbrug af alkohol i ungdommen',
    'Dagligt forbrug af alkohol i familien',
    'Aktuelt forbrug af alkohol: intet',
    'Aktuelt forbrug af alkohol: 0 genstande',
    // The like of them, with other words.
    'Dagligt brug af stoffer?',
    'Dagligt brug af stoffer, ophørt i maj',
    'Dagligt brug af stoffer. Afkræftet ved prøve',
    'Dagligt brug af stoffer - nej',
    'Bruger stoffer: nej',
    'Drikker alkohol: 0 genstande om ugen',
    'Ryger hash? Nej',
    'Ryger hash, stoppede i uge 6',
    'Ryger hash indtil uge 8',
    'Bruger kokain, afkræftet ved urinprøve',
    'Tidligere: bruger kokain og alkohol',
    'Faren: ryger hash dagligt',
    'Partneren, der er 30 år, bruger kokain',
    'Bor hos en, der ryger hash',
    'Alle i huset ryger hash',
    'Naboen drikker alkohol',
    'Har et forbrug af hash bag sig',
    'Har et stort forbrug af alkohol i familien',
    'Benægter, at hun har brug af stoffer, drikker alkohol',
    'Mistanke om, at hun ryger hash, drikker alkohol',
    'Fixer dagligt i 2019',
    'Svigermoren bruger heroin',
    'Ryger hash, hvilket hun benægter',
    'Drikker dagligt, siger faren',
    'Ryger hash ifølge søsteren',
    'Bruger kokain som ung',
  ])('«%s»', (text) => {
    expect(told(text).filter((one) => !one.startsWith('partner'))).toEqual([`${use}?`]);
  });
});

describe('violence and treatment that may be over, denied or of another are asked about', () => {
  test.each([
    ['Hun siger nej til, at hun er udsat for vold', ['shielded?']],
    ['Er udsat for vold: nej', ['shielded?']],
    ['Voldeligt forhold afsluttet i 2020', ['shielded?']],
    ['Kommer fra et voldeligt forhold', ['shielded?']],
    ['Får metadon: nej', ['substitution-treatment?']],
    ['Får metadon indtil nedtrapning er slut', ['substitution-treatment?']],
    ['Hendes svigerfar får metadon', ['substitution-treatment?']],
  ] as const)('«%s»', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what is plainly hers and now is ticked still', () => {
  test.each([
    ['Dagligt brug af stoffer', use],
    ['Hun har et dagligt forbrug af kokain og alkohol', use],
    ['Dagligt brug af stoffer. Har ingen bolig', use],
    ['Bekymring fra jordemoder: ryger hash og drikker dagligt', use],
    ['Oplyser, at hun ryger hash', use],
    ['Kom til samtale om prævention; drikker dagligt', use],
    ['Har ingen bolig, bruger kokain', use],
    ['Ryger hash, fortæller hun', use],
    ['Lever i et voldeligt forhold', 'shielded'],
    ['Er i stabil substitutionsbehandling', 'substitution-treatment'],
  ] as const)('«%s»', (text, expected) => {
    expect(told(text)).toContain(expected);
  });

  const hers = ['Dagligt brug af stoffer', 'Hun ryger hash', 'Drikker dagligt', 'Får metadon', 'Hun er udsat for vold'] as const;
  const after = [
    ' indtil uge 8',
    ' frem til maj',
    ' i 2019',
    ' afkræftes',
    ' kan udelukkes',
    ' i ungdommen',
    ' ophørte',
    ': nej',
    ': intet',
    ', nej',
    ', afkræftet',
    ', ophørt i maj',
    '. Afkræftet',
    '. Ikke længere',
    '?',
  ] as const;
  const before = ['Faren: ', 'Tidligere: ', 'Negativ for, at ', 'Siger nej til, at ', 'Mistanke om, at ', 'Havde oplyst, at '] as const;

  test('and with any words before or after that take it back, it is not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hers), fc.constantFrom(...after), fc.constantFrom(...before), (text, end, start) => {
        expect(isTicked(text)).toBe(true);
        expect(isTicked(`${text}${end}`)).toBe(false);
        expect(isTicked(`${start}${text}`)).toBe(false);
        expect(isTicked(`${start}${text}${end}`)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});
