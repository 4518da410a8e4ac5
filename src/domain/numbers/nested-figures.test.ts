import { expect, test } from 'vitest';
import { figureDefinition, figureDefinitions } from './definitions.ts';
import { containing } from './nested-figures.ts';

const idsAround = (id: string): readonly string[] => {
  const definition = figureDefinition(id);
  if (!definition) throw new Error(`${id} is gone`);
  return containing(definition).map((outer) => outer.id);
};

test('what contains a figure is read out of the definitions', () => {
  expect(idsAround('cascade-need')).toEqual([]);
  expect(idsAround('cascade-offered')).toEqual(['cascade-need']);
  expect(idsAround('cascade-accepted')).toEqual(['cascade-need', 'cascade-offered']);
  expect(idsAround('cascade-completed')).toHaveLength(6);
  expect(idsAround('decided-residential')).toEqual(['decided-any']);
  expect(idsAround('births-in-residence')).toEqual(['births']);
  expect(idsAround('offers-accepted')).toEqual([]);
  expect(idsAround('admissions-by-unit')).toEqual([]);
});

test('what contains a figure is contained in nothing further', () => {
  for (const inner of figureDefinitions)
    for (const outer of containing(inner)) expect(containing(inner)).toEqual(expect.arrayContaining([...containing(outer)]));
});
