import { describe, expect, test } from 'vitest';
import { asId } from '../../domain/id.ts';
import type { PathwayFact, RecordedFact } from '../../domain/pathway/facts.ts';
import { foldPathway } from '../../domain/pathway/fold.ts';
import { day, moment } from '../../domain/time.ts';
import { fieldsOf } from '../form.ts';
import { endForm } from './end-forms.tsx';
import { readerOf } from './form-reader.ts';

const now = moment('2026-11-22T09:00:00Z');
const stay = asId<'stay'>('ophold-1');
const held: PathwayFact = {
  type: 'place-held',
  stay,
  unitName: 'Fjordhuset, Strand',
  placeName: 'Plads 4',
  arrival: day('2026-11-24'),
  departure: day('2027-02-24'),
  until: moment('2026-11-22T09:30:00Z'),
};

/** What the form makes of an answer on a pathway with these facts, and the fields it asks about again. */
function ended(
  answer: Record<string, string>,
  ...told: readonly PathwayFact[]
): { readonly type: string | null; readonly asked: readonly string[] } {
  const facts = told.map((fact, index): RecordedFact => ({
    sequence: index + 1,
    fact,
    by: asId<'user'>('visitator'),
    byName: 'Jens Peter Mølbak',
    capacity: 'care-decider',
    organisation: asId<'organisation'>('kom-0851'),
    organisationName: 'Aalborg Kommune',
    happened: day('2026-11-22'),
    recorded: now,
  }));
  const reader = readerOf(fieldsOf(answer), 'da');
  const fact = endForm.read(reader, { pathway: foldPathway(facts), facts, now, language: 'da', parties: [], may: () => true });
  return { type: fact?.type ?? null, asked: Object.keys(reader.errors()) };
}

describe('the end of a pathway', () => {
  test('is asked about once more while she has a place, and not when the place was given up', () => {
    const reason = { grund: 'Flyttet' };
    const givenUp: PathwayFact = { type: 'hold-ended', stay, how: 'released' };

    expect(ended(reason, held)).toEqual({ type: null, asked: ['ogsaa-med-plads'] });
    expect(ended({ ...reason, 'ogsaa-med-plads': 'ja' }, held)).toEqual({ type: 'pathway-ended', asked: [] });
    expect(ended(reason, held, givenUp)).toEqual({ type: 'pathway-ended', asked: [] });
  });
});
