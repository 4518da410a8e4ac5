import { describe, expect, test } from 'vitest';
import { testActor } from '../../../test/actors.ts';
import { municipalities } from '../geography/municipalities.ts';
import { asId } from '../id.ts';
import { day } from '../time.ts';
import { roles } from '../trail.ts';
import { readFacility, registersFacilitiesIn, standsIn, type WrittenFacility } from './facility-registration.ts';

const today = day('2026-11-26');
const supervision = testActor('supervision');
const written: WrittenFacility = {
  name: 'Strandhuset (opdigtet)',
  operator: 'private',
  operatorName: 'Fonden Strandhuset (opdigtet)',
  municipality: '0851',
  town: 'Aalborg',
  address: 'Opdigtet Vej 1',
  telephone: '00000123',
  leader: 'Tove Opdigt',
};

function faultsOf(differs: Partial<WrittenFacility>, actor = supervision): readonly string[] {
  const read = readFacility({ ...written, ...differs }, [{ name: 'Fjordhuset', municipality: asId<'municipality'>('0851') }], actor, today);
  return read.outcome === 'refused' ? read.faults : [];
}

describe('a facility that is registered', () => {
  test('is read with its number in pairs and without spaces around its words', () => {
    expect(readFacility({ ...written, name: ' Strandhuset ' }, [], supervision, today)).toEqual({
      outcome: 'read',
      facts: {
        name: 'Strandhuset',
        operator: 'private',
        operatorName: written.operatorName,
        municipality: '0851',
        town: 'Aalborg',
        address: 'Opdigtet Vej 1',
      },
      telephone: '00 00 01 23',
      leader: 'Tove Opdigt',
    });
  });

  test('is told all that is wrong at once, in the order of the fields', () => {
    const empty = { name: '', operator: '', operatorName: '', municipality: '', town: '', address: '', telephone: 'ring', leader: ' ' };
    expect(faultsOf(empty)).toEqual([
      'no-name',
      'operator',
      'no-operator-name',
      'no-such-municipality',
      'no-address',
      'no-town',
      'telephone',
      'no-leader',
    ]);
    expect(faultsOf({ telephone: null, leader: null })).toEqual([]);
  });

  test('has a name of its own in its municipality', () => {
    expect(faultsOf({ name: ' fjordhuset ' })).toEqual(['name-taken']);
    expect(faultsOf({ name: 'Fjordhuset', municipality: '0860' })).toEqual([]);
  });

  test('lies in the region of the supervision that registers it, and stands where its municipality is', () => {
    expect(faultsOf({ municipality: '0461' })).toEqual(['another-region']);
    const read = readFacility(written, [], supervision, today);
    if (read.outcome !== 'read') throw new Error('refused');
    const aalborg = municipalities.find(({ id }) => id === '0851');
    expect(standsIn(read.facts, today)).toEqual({ region: 'nordjylland', point: aalborg?.point });
  });
});

test('the supervision of a region registers there, and no other role does', () => {
  for (const role of roles) expect(registersFacilitiesIn(testActor(role), 'nordjylland', today)).toBe(role === 'supervision');
  expect(registersFacilitiesIn(supervision, 'syddanmark', today)).toBe(false);
  const east = testActor('supervision', { region: asId<'region'>('oestdanmark') });
  expect([today, day('2027-01-01')].map((on) => registersFacilitiesIn(east, 'sjaelland', on))).toEqual([false, true]);
});
