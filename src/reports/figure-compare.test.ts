import { expect, test } from 'vitest';
import { figureDefinition, figureDefinitions } from '../domain/numbers/definitions.ts';
import { comparedText } from './figure-compare.ts';

test('each figure says in both languages what it may be compared with and with what not, in twelve ways', () => {
  for (const definition of figureDefinitions) {
    expect(comparedText(definition, 'da')).toMatch(/Ikke med|mindre end/);
    expect(comparedText(definition, 'en')).toMatch(/Not with|smaller than/);
  }
  for (const tongue of ['da', 'en'] as const) expect(new Set(figureDefinitions.map((one) => comparedText(one, tongue))).size).toBe(12);
});

test('the registry says why it can be smaller than what looks narrower, and the municipal counts what table 1 counts otherwise', () => {
  const textOf = (id: string): string => {
    const definition = figureDefinition(id);
    if (!definition) throw new Error(id);
    return comparedText(definition, 'da');
  };
  expect(textOf('registry-substance-use')).toContain('Tallet kan være mindre end en opgørelse, der ser snævrere ud');
  expect(textOf('decided-any')).toContain('Tabel 1 er talt i hånden for den målgruppe, udmeldingen beskriver');
  expect(textOf('occupancy-by-unit')).toContain('her er kommunen den, afdelingen ligger i');
});
