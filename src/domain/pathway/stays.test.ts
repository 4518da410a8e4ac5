/** Which place holds, and what no longer counts. */
import { describe, expect, test } from 'vitest';
import { start, stay, told, referral, need, decided, held, confirmed } from '../../../test/told-pathway.ts';
import { asId } from '../id.ts';
import { addDays } from '../time.ts';
import type { PathwayFact } from './facts.ts';
import { foldPathway } from './state.ts';

describe('the place that holds', () => {
  const other = asId<'stay'>('ophold-2');
  const another: PathwayFact = { ...held, stay: other, unitName: 'Strand', placeName: '4' } as PathwayFact;
  const withdrawn: PathwayFact = { type: 'hold-ended', stay, how: 'withdrawn' };

  test('is the latest that was not ended, and the earlier ones stay known as ended', () => {
    const pathway = foldPathway(
      told([0, referral], [1, decided], [2, held], [3, confirmed], [4, withdrawn], [5, another], [6, { ...confirmed, stay: other }]),
    );

    expect(pathway.stay).toMatchObject({ id: other, unitName: 'Strand', status: 'confirmed', heldOn: addDays(start, 5) });
    expect(pathway.stays.map(({ id, status }) => [id, status])).toEqual([
      [stay, 'withdrawn'],
      [other, 'confirmed'],
    ]);
  });

  test('stays when another one that was held beside it is given up', () => {
    const both = told([0, referral], [1, decided], [2, held], [3, confirmed], [4, another], [5, { ...withdrawn, stay: other }]);

    expect(foldPathway(both)).toMatchObject({
      phase: 'arriving',
      stay: { id: stay, status: 'confirmed' },
      levelStatus: { status: 'confirmed' },
    });
  });
});

describe('what was taken back', () => {
  test('an event that was withdrawn counts no more', () => {
    const born = told([0, referral], [5, { type: 'event', kind: 'birth', text: 'Forvekslet' }]);
    const takenBack = [
      ...born,
      ...told([6, { type: 'event-withdrawn', event: 2, reason: 'En anden' }]).map((f) => ({ ...f, sequence: 3 })),
    ];

    expect(foldPathway(born).bornOn).toBe(addDays(start, 5));
    expect(foldPathway(takenBack).bornOn).toBeNull();
  });

  test('a pathway that was reopened awaits what it awaited before', () => {
    const ended = told([0, referral], [1, need], [9, { type: 'pathway-ended', reason: 'Flyttet' }]);
    const reopened = [...ended, ...told([12, { type: 'pathway-reopened', reason: 'Kom tilbage' }]).map((f) => ({ ...f, sequence: 4 }))];

    expect([foldPathway(ended).phase, foldPathway(reopened).phase]).toEqual(['ended', 'offering']);
  });
});
