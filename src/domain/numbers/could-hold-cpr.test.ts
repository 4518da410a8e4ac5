import { expect, test } from 'vitest';
import { couldHoldCpr, whereCprCouldBe } from './could-hold-cpr.ts';

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
  // A telephone number with its country.
  ['+4561069540'],
])('«%s» holds none', (text) => expect(couldHoldCpr(text)).toBe(false));

test('it is told where the number stands, and no digit of it or beside it', () => {
  expect(whereCprCouldBe('Hendes mor, 610695-4002, bor i Odense og ringer hver dag kl. 12.')).toBe(
    'Hendes mor, ••••••-••••, bor i Odense og ringer…',
  );
  expect(whereCprCouldBe('6106954002')).toBe('••••••••••');
  expect(whereCprCouldBe(`${'x '.repeat(40)}610695 4002`)).toBe(`…${'x '.repeat(12)}•••••• ••••`);
  expect(whereCprCouldBe('Ring på +4561069540 i 2026')).toBeNull();
});
