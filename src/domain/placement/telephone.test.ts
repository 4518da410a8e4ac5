import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseTelephone } from './telephone.ts';

it('is read as people write it, and kept in one way', () => {
  for (const written of ['00000101', '00 00 01 01', '0000-0101', '+45 00 00 01 01', '004500000101', ' 00.00.01.01 '])
    expect(parseTelephone(written)).toBe('00 00 01 01');
  expect(parseTelephone('+46 8 123 456 78')).toBe('+46812345678');
  expect(parseTelephone('  ')).toBe('');
  for (const written of ['ring', '123', '0000010', '000001012', '+45', '00 00 01 0x', '1'.repeat(30)])
    expect(parseTelephone(written)).toBeNull();
});

it('is the same when what is kept is read again, and is such as the database keeps', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^(\+45 ?|\+[0-9]{2})?[0-9 ]{6,14}$/), (text) => {
      const kept = parseTelephone(text);
      fc.pre(kept !== null);
      expect(parseTelephone(kept)).toBe(kept);
      expect(kept).toMatch(/^$|^\+?[0-9 ]{8,20}$/);
    }),
  );
});
