import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asId, type Id } from '../id.ts';
import { addDays, day } from '../time.ts';
import { fictitiousCpr } from './cpr.ts';
import { identityStep, readIdentity } from './identify.ts';

const today = day('2026-11-26');
const number = fictitiousCpr(day('1995-06-01'), 3);

test('a number is read with her yes on a day that has been, and refused with every reason otherwise', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(number, '12', '010695-1234', '739995-4002'),
      fc.option(fc.integer({ min: -400, max: 400 })),
      (given, ago) => {
        const consentOn = ago === null ? null : addDays(today, -ago);
        const reading = readIdentity({ number: given, consentOn, correction: '' }, today);
        const expected = [
          ...(given === '12'
            ? ['not-ten-digits']
            : given === '010695-1234'
              ? ['could-be-someones']
              : given === number
                ? []
                : ['no-such-day']),
          ...(ago === null ? ['no-consent'] : ago < 0 ? ['consent-ahead'] : []),
        ];
        expect(reading).toEqual(
          expected.length === 0
            ? { outcome: 'read', cpr: number, born: day('1995-06-01'), consentOn }
            : { outcome: 'refused', because: expected },
        );
      },
    ),
  );
});

test('a pathway is joined once, and to another person only with a reason', () => {
  const person = (id: string): Id<'person'> => asId(id);
  expect(identityStep(null, person('a'), '')).toBe('join');
  expect(identityStep(person('a'), person('a'), 'why')).toBe('nothing-new');
  expect(identityStep(person('b'), person('a'), '')).toBe('ask-why');
  expect(identityStep(person('b'), person('a'), 'why')).toBe('join');
});
