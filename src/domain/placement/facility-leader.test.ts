import { describe, expect, test } from 'vitest';
import { testActor } from '../../../test/actors.ts';
import { asId } from '../id.ts';
import { day, moment } from '../time.ts';
import { roles } from '../trail.ts';
import { endLeader, type FacilityLeader, nameLeader, namesLeadersOf, toldUntil } from './facility-leader.ts';

const tove: FacilityLeader = { user: asId<'user'>('tove'), name: 'Tove Lyngsø' };
const ib: FacilityLeader = { user: asId<'user'>('ib'), name: 'Ib Havn' };

describe('who leads a facility', () => {
  test('is named beside those who do, by a name that is written and is none of theirs', () => {
    expect(nameLeader(' Ib Havn ', [tove], null)).toEqual({ outcome: 'named', name: 'Ib Havn' });
    expect(nameLeader('  ', [], null)).toEqual({ outcome: 'refused', fault: 'no-name' });
    expect(nameLeader('tove lyngsø', [tove], null)).toEqual({ outcome: 'refused', fault: 'leads-already' });
  });

  test('is named once by a form that is sent again, and not again where the task has ended since', () => {
    const before = { name: ib.name, hasEnded: false };
    expect(nameLeader(ib.name, [tove, ib], before)).toEqual({ outcome: 'named', name: ib.name });
    expect(nameLeader(ib.name, [tove], { ...before, hasEnded: true })).toEqual({ outcome: 'ended-since', name: ib.name });
  });

  test.each([
    ['before midnight in Denmark', '2026-12-01T22:59:59Z', '2026-12-15'],
    ['after it, on the same day elsewhere', '2026-12-01T23:00:00Z', '2026-12-16'],
    ['before the first edition', '2026-11-01T12:00:00Z', '2026-11-15'],
  ])('is told so for fourteen Danish days, when named %s', (_, named, until) => {
    expect(toldUntil(moment(named))).toBe(day(until));
  });

  test('ends the task, and the last one only after it was told that nobody leads it then', () => {
    expect(endLeader(tove.user, [tove, ib], false)).toEqual({ outcome: 'ended', name: tove.name, leavesNone: false });
    expect(endLeader(tove.user, [tove], false)).toEqual({ outcome: 'ask-none', name: tove.name });
    expect(endLeader(tove.user, [tove], true)).toEqual({ outcome: 'ended', name: tove.name, leavesNone: true });
    expect(endLeader(ib.user, [tove], true)).toEqual({ outcome: 'no-such-leader' });
  });

  test('is named by the supervision of its region and by its own leader, and by no other role or house', () => {
    const facility = { id: asId<'facility'>('fjordhuset'), region: 'nordjylland' } as const;
    const today = day('2026-11-26');
    const own = { facility: facility.id, region: asId<'region'>(facility.region) };
    expect(roles.filter((role) => namesLeadersOf(testActor(role, own), facility, today))).toEqual(
      roles.filter((role) => role === 'unit-leader' || role === 'supervision'),
    );
    const others = { facility: asId<'facility'>('lyngborg'), region: asId<'region'>('syddanmark') };
    expect(roles.filter((role) => namesLeadersOf(testActor(role, others), facility, today))).toEqual([]);
  });
});
