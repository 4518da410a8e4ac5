/** The simulated country can be repeated, holds nobody, and agrees with the rules of the domain. */
import { describe, expect, it } from 'vitest';
import { asId } from '../domain/id.ts';
import { foldPathway } from '../domain/pathway/fold.ts';
import { shareANight } from '../domain/placement/nights.ts';
import { noAdmissionRules, type Unit } from '../domain/placement/provision.ts';
import { occupationsOf } from '../domain/placement/stay.ts';
import { readCpr } from '../domain/person/cpr.ts';
import { addDays, danishDay, day } from '../domain/time.ts';
import { type Country, createCountry } from './country.ts';
import { demoOrganisations } from './organisations.ts';
import type { OfferedUnit } from './simulated-places.ts';

const today = day('2026-11-22');
const units = [offered('nord', '0851', [9.92, 57.05]), offered('fyn', '0461', [10.39, 55.4]), offered('oest', '0265', [12.08, 55.64])];
const country = createCountry({ seed: 1, size: 1, today, units });

function offered(name: string, municipality: string, point: readonly [number, number]): OfferedUnit {
  const unit: Unit = {
    id: asId<'unit'>(`unit-${name}`),
    facility: asId<'facility'>(name),
    name: `Afdeling ${name}`,
    open: [{ from: day('2015-01-01'), to: null }],
    closures: [],
    places: Array.from({ length: 6 }, (_, index) => ({
      id: asId<'place'>(`place-${name}-${index}`),
      room: asId<'room'>(`room-${name}-${index}`),
      roomName: `Værelse ${index + 1}`,
      name: `Plads ${index + 1}`,
      properties: ['mother-and-baby'],
      closures: [],
      flexible: null,
    })),
    staffing: [],
    admission: noAdmissionRules,
    confirmed: null,
  };
  const facility = {
    id: unit.facility,
    name: `Døgntilbuddet ${name}`,
    operator: 'region',
    operatorName: 'Regionen',
    region: 'nordjylland',
    municipality: asId<'municipality'>(municipality),
    town: name,
    point,
  } as const;
  return { facility, unit, organisation: asId<'organisation'>(`dt-${name}`), occupations: [] };
}

const types = ({ pathways }: Country): ReadonlySet<string> => new Set(pathways.flatMap(({ facts }) => facts.map(({ fact }) => fact.type)));

describe('the simulated country', () => {
  it('is the same for the same seed and size, to the last digit', () => {
    expect(JSON.stringify(createCountry({ seed: 1, size: 1, today, units }))).toBe(JSON.stringify(country));
  });

  it('is another for another seed', () => {
    const other = createCountry({ seed: 2, size: 1, today, units });
    expect(other.pathways).toHaveLength(country.pathways.length);
    expect(other.women.map(({ cpr }) => cpr)).not.toEqual(country.women.map(({ cpr }) => cpr));
  });

  it('grows in proportion to its size: 60 pathways a year for three years at size 1', () => {
    expect(country.pathways).toHaveLength(180);
    expect(createCountry({ seed: 1, size: 0.1, today, units }).pathways).toHaveLength(18);
    expect(createCountry({ seed: 1, size: 3, today, units }).pathways).toHaveLength(540);
  });

  it('keeps a woman’s story when the country grows', () => {
    const larger = createCountry({ seed: 1, size: 2, today, units: [] });
    const alone = createCountry({ seed: 1, size: 1, today, units: [] });
    expect(larger.pathways.slice(0, 180)).toEqual(alone.pathways);
  });

  it('has no CPR number outside the fictitious series, and none twice', () => {
    for (const { cpr, born } of country.women) expect(readCpr(cpr)).toEqual({ outcome: 'read', cpr, born });
    expect(new Set(country.women.map(({ cpr }) => cpr)).size).toBe(country.women.length);
  });

  it('tells nothing of today or later, and nothing before a woman was referred', () => {
    for (const { facts } of country.pathways) {
      const [first] = facts;
      expect(first?.fact.type).toBe('referral-registered');
      expect(facts.map(({ sequence }) => sequence)).toEqual(facts.map((_, index) => index + 1));
      for (const { happened, recorded } of facts) {
        expect(happened < today && happened >= (first?.happened ?? today)).toBe(true);
        expect(danishDay(recorded)).toBe(happened);
      }
    }
  });

  it('folds, every pathway of it, into a phase with a municipality and a term', () => {
    const folded = country.pathways.map(({ facts }) => foldPathway(facts));
    expect(folded.filter(({ municipality }) => municipality === null)).toEqual([]);
    expect(new Set(folded.map(({ phase }) => phase)).size).toBeGreaterThan(6);
    for (const state of folded) if (state.dueDate !== null) expect(state.dueDate.dueDate > addDays(today, -365 * 4)).toBe(true);
  });

  it('shows the whole cascade and its ends', () => {
    expect([...types(country)]).toEqual(
      expect.arrayContaining([
        'need-assessed',
        'offered',
        'answered',
        'care-decided',
        'place-held',
        'place-confirmed',
        'admitted',
        'discharged',
        'alternative-arranged',
        'pathway-ended',
      ]),
    );
  });

  it('decides on residential care about as often as the municipalities did in 2019: 8 times a year, give or take chance', () => {
    const many = createCountry({ seed: 5, size: 20, today, units: [] });
    const decided = many.pathways.filter(({ facts }) =>
      facts.some(({ fact }) => fact.type === 'care-decided' && fact.level === 'residential'),
    );
    expect(decided.length / 3 / 20).toBeGreaterThan(6);
    expect(decided.length / 3 / 20).toBeLessThan(10);
  });

  it('gives no place to two women on one night, and leaves every other place free', () => {
    expect(country.stays.length).toBeGreaterThan(5);
    const taken = country.stays.flatMap(occupationsOf);
    for (const a of taken)
      for (const b of taken) expect(a.stay !== b.stay && a.place === b.place && shareANight(a.nights, b.nights)).toBe(false);
    expect(new Set(taken.map(({ place }) => place)).size).toBeLessThanOrEqual(9);
  });

  it('takes no place on a night that is taken already', () => {
    const full = units.map((one) => ({
      ...one,
      occupations: one.unit.places.map(({ id }) => ({
        stay: asId<'stay'>(`i-forvejen-${id}`),
        place: id,
        nights: { arrival: day('2020-01-01'), departure: day('2030-01-01') },
        status: 'confirmed' as const,
        heldUntil: null,
        movesOn: false,
      })),
    }));
    expect(createCountry({ seed: 1, size: 1, today, units: full }).stays).toEqual([]);
  });

  it('has a stay for each woman who was given a place, in the status that her facts add up to', () => {
    const held = country.pathways.filter(({ facts }) => facts.some(({ fact }) => fact.type === 'place-held'));
    expect(held.map(({ id }) => id).toSorted()).toEqual(country.stays.map(({ pathway }) => pathway).toSorted());
    for (const stay of country.stays) {
      const pathway = country.pathways.find(({ id }) => id === stay.pathway);
      expect(foldPathway(pathway?.facts ?? []).stay).toMatchObject({ id: stay.id, status: stay.status, ...stay.nights });
    }
  });

  it('lets only organisations of the demo write', () => {
    const known = new Set([...demoOrganisations().map(({ id }) => id), ...units.map(({ organisation }) => organisation)]);
    const writing = new Set(country.pathways.flatMap(({ facts }) => facts.map(({ organisation }) => organisation)));
    expect([...writing].filter((organisation) => !known.has(organisation))).toEqual([]);
  });
});
