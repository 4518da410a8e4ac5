import { expect, test } from 'vitest';
import { testActor } from '../../test/actors.ts';
import { asId } from '../domain/id.ts';
import { moment } from '../domain/time.ts';
import { roles } from '../domain/trail.ts';
import { decideResidents } from './residents.ts';

const at = moment('2026-11-22T08:00:00Z');
const [own, other] = [asId<'facility'>('fjordhuset'), asId<'facility'>('lyngborg')];

test('who lives in a facility is known by name to its own leader, and to nobody else, whatever the role', () => {
  const readers = roles.filter((role) => decideResidents(testActor(role, { facility: own }), own, at).outcome === 'permitted');
  expect(readers).toEqual(['unit-leader']);
  expect(decideResidents(testActor('unit-leader', { facility: other }), own, at)).toMatchObject({
    outcome: 'refused',
    because: expect.stringContaining('Kun lederen') as unknown,
  });
});
