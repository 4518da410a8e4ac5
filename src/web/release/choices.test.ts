import { expect, test } from 'vitest';
import { finestCut, type JobChoices } from '../../domain/call/table-cut.ts';
import { asId } from '../../domain/id.ts';
import { inOneWord, jobIdOf } from './choices.ts';

const key = '6f1d3c1e-0000-4000-8000-000000000001';
const choices: JobChoices = { method: 'suppression', zeros: 'show', cut: finestCut };
const idFor = (call: string, differs: Partial<JobChoices> = {}) => jobIdOf(key, inOneWord(asId<'call'>(call), { ...choices, ...differs }));

test('the id of a work fits in an address, however long the id of its call is', () => {
  // The server takes a hundred signs between two slashes.
  expect(idFor('2027-gravide-med-skadeligt-rusmiddelbrug-og-deres-boern-til-og-med-to-aar').length).toBeLessThan(100);
});

test('the same form with the same choices is the same work, and any other choice or form another', () => {
  const others = [
    idFor('b'),
    idFor('a', { method: 'rounding' }),
    idFor('a', { zeros: 'hide' }),
    ...(['places', 'years', 'treatments'] as const).map((part) =>
      idFor('a', { cut: { ...finestCut, [part]: part === 'places' ? 'region' : 'together' } }),
    ),
    jobIdOf('another', inOneWord(asId<'call'>('a'), choices)),
  ];
  expect(idFor('a')).toBe(idFor('a'));
  expect(new Set([idFor('a'), ...others]).size).toBe(others.length + 1);
});
