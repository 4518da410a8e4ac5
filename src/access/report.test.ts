import { describe, expect, test } from 'vitest';
import { testActor } from '../../test/actors.ts';
import { regionIds } from '../domain/geography/regions.ts';
import { asId } from '../domain/id.ts';
import { moment } from '../domain/time.ts';
import { roles } from '../domain/trail.ts';
import { decideInternalReport } from './report.ts';

const at = moment('2026-11-22T08:00:00Z');
const places = [...regionIds, 'danmark'];

describe('the internal edition of a report', () => {
  test.each(places)('of %s is read by that region’s secretariat, the agency and the operator, and by nobody else', (place) => {
    const readers = roles.filter(
      (role) => decideInternalReport(testActor(role, { region: asId<'region'>(place) }), place, at).outcome === 'permitted',
    );
    expect(readers).toEqual(['secretariat', 'agency', 'operator']);
  });

  test('of the regions that became Østdanmark is read by its secretariat, and theirs read nothing of it or of each other', () => {
    const reads = (region: string, when = moment('2026-12-31T23:00:00Z')): readonly string[] =>
      places.filter(
        (place) => decideInternalReport(testActor('secretariat', { region: asId<'region'>(region) }), place, when).outcome === 'permitted',
      );
    // In Denmark the year begins an hour before it does in Greenwich.
    expect(reads('oestdanmark', moment('2026-12-31T22:59:59Z'))).toEqual(['oestdanmark']);
    expect(reads('oestdanmark')).toEqual(['hovedstaden', 'sjaelland', 'oestdanmark']);
    expect(reads('hovedstaden')).toEqual(['hovedstaden']);
    expect(reads('sjaelland')).toEqual(['sjaelland']);
  });

  test('of another region, or of the country, is refused to a secretariat with the reason', () => {
    const secretariat = testActor('secretariat', { region: asId<'region'>('syddanmark') });
    for (const place of places.filter((one) => one !== 'syddanmark')) {
      expect(decideInternalReport(secretariat, place, at)).toMatchObject({
        outcome: 'refused',
        because: expect.stringContaining('sin egen region') as unknown,
      });
    }
  });
});
