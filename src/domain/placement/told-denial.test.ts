/** Sentences of the kind a midwife or a physician writes, all invented: what is proposed, what is asked («?»), and what tells of nothing. */
import { describe, expect, test } from 'vitest';
import { day } from '../time.ts';
import { toldIn } from './told-needs.ts';

const concern = { kind: 'concern', on: day('2026-11-20'), from: 'Jordemoder' } as const;
const told = (text: string): readonly string[] =>
  toldIn(text, concern).map(({ property, certainty }) => (certainty === 'said' ? property : `${property}?`));

const substitution = 'substitution-treatment';
const use = 'accepts-active-use';

describe('a denial', () => {
  test.each([
    // Of something else: it takes nothing away.
    ['Får metadon og bruger ikke andet', [substitution]],
    ['Får metadon, bruger ikke andet', [substitution]],
    ['Får metadon og ikke andet', [substitution]],
    ['Får metadon ikke andet', [substitution]],
    ['Får metadon uden sidebrug', [substitution]],
    ['Får metadon og er ikke i arbejde', [substitution]],
    ['Får metadon og ingen anden medicin', [substitution]],
    ['Er i stabil substitutionsbehandling og har aldrig haft tilbagefald', [substitution]],
    ['Er på buprenorphin og har ikke mødt op i denne uge', [substitution]],
    ['Får ikke andet end metadon', ['substitution-treatment?']],
    ['Drikker dagligt, kan ikke selv stoppe', [use]],
    ['Ryger hash, fordi hun ikke kan sove', [use]],
    ['Ryger hash fordi hun ikke kan sove', [use]],
    ['Bruger stoffer uden fast mønster', [use]],
    ['Er udsat for vold og har ingen at gå til', ['shielded']],
    ['Udsættes for vold, tør ikke tage hjem', ['shielded']],
    // Of the need: it is not so.
    ['Får ikke metadon', []],
    ['Får ikke længere subutex', []],
    ['Hun bruger hverken stoffer eller alkohol', []],
    ['Har hverken kæreste, børn eller søskende', []],
    ['Er hverken udsat for vold eller trusler', []],
    ['Har aldrig været i metadonbehandling', []],
    ['Har tidligere fået metadon', []],
    ['Er holdt op med at ryge hash', []],
    ['Ikke noget forbrug af alkohol i graviditeten', []],
    ['Bor alene uden kæreste', []],
    // It may be of either: it is asked.
    ['Kan ikke klare sig uden metadon', ['substitution-treatment?']],
    ['Kommer ikke, når hun drikker alkohol', [use]],
    ['Siger ikke, at hun drikker alkohol', ['accepts-active-use?']],
    ['Ryger hash ikke hver dag', ['accepts-active-use?']],
    ['Har ikke mod til at forlade sin voldelige kæreste', ['shielded?']],
    ['Er ikke mødt op og får metadon', ['substitution-treatment?']],
    ['Er stoffri i sin substitutionsbehandling', ['substitution-treatment?']],
    ['Drikker alkohol som tidligere', ['accepts-active-use?']],
  ] as const)('«%s»', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what others fear, and what she says herself', () => {
  test.each([
    ['Mistanke om, at hun bruger kokain', ['accepts-active-use?']],
    ['Mistanke om fortsat brug af hash', ['accepts-active-use?']],
    ['Egen læge har mistanke om vold i hjemmet', ['shielded?']],
    ['Afviser, at hun er udsat for vold', ['shielded?']],
    ['Benægter at hun drikker alkohol', ['accepts-active-use?']],
    ['Hun afviser brug af stoffer', ['accepts-active-use?']],
    ['Afviser behandling og ryger hash', ['accepts-active-use?']],
    ['Tidligere udsat for vold af ekskæreste', ['shielded?']],
    ['Søsteren fortæller, at hun drikker dagligt', ['accepts-active-use?']],
  ] as const)('is asked: «%s»', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('strong words propose, and weak words ask', () => {
  test.each([
    ['Dagligt brug af stoffer', [use]],
    ['Fortsat brug af hash', [use]],
    ['Drikker alkohol dagligt', [use]],
    ['Drikker lidt alkohol', ['accepts-active-use?']],
    ['Ryger hash af og til', ['accepts-active-use?']],
    ['Drikker alkohol til fester', ['accepts-active-use?']],
    ['Får 60 mg metadon', [substitution]],
    ['Får metadon på recept', [substitution]],
    ['Er kendt med metadon', ['substitution-treatment?']],
    ['Har brug for hjælp mod alkohol', []],
  ] as const)('«%s»', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
