import { expect, test } from 'vitest';
import { couldHoldCpr } from './could-hold-cpr.ts';

test.each(['610695-4002', '6106954002', '610695 4002', '610695 - 4002', '610695–4002', 'Mor 610695.4002, Odense', '(610695/4002)'])(
  '«%s» could hold a CPR number',
  (text) => expect(couldHoldCpr(text)).toBe(true),
);

test.each([
  [null],
  [''],
  ['1994-03-02'],
  ['SMDB 2025'],
  ['12345678'],
  ['61069540021'],
  ['16106954002'],
  ['0851'],
  // Keys that a program made.
  ['ab610695-4002-4b1e-8f6e-5d7b7a3a9d10'],
  ['9f6106954002c'],
])('«%s» holds none', (text) => expect(couldHoldCpr(text)).toBe(false));
