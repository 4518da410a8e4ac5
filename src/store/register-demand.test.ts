import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation } from '../../test/pathways.ts';
import { asId } from '../domain/id.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import type { LevelOfCare, PathwayFact } from '../domain/pathway/facts.ts';
import { protectedDemand } from '../domain/planning/demand/protected-demand.ts';
import { day, moment } from '../domain/time.ts';
import { asActor } from './database.ts';
import { readFigures } from './figures.ts';
import { appendFact, openPathway, recordedBy } from './pathway.ts';
import { type RegisterCounts, readRegisterCounts } from './register-demand.ts';

const { db, owner } = await testDatabase();
const clinic = testActor('family-clinic');
const decided = figureDefinitions.find(({ id }) => id === 'decided-residential');
if (!decided) throw new Error('the definition is gone');
const question = decided;
await addOrganisation(owner, clinic.organisation);

/** København, Køge, Odense, Aarhus, Aalborg. */
const oneOfEachRegion = ['0101', '0259', '0461', '0751', '0851'];

/** So many decisions of a municipality in a year, each of a pathway of its own. */
async function decide(municipality: string, year: number, count: number, tag = '', level: LevelOfCare = 'residential'): Promise<void> {
  const permit = { ...testPermit(clinic, 'pathway:record'), at: moment(`${year}-11-20T08:00:00Z`) };
  const home = asId<'municipality'>(municipality);
  const referral = {
    type: 'referral-registered',
    person: null,
    calledName: 'Opdigtet',
    municipality: home,
    concern: 'opdigtet',
    referrer: 'opdigtet',
  } as const;
  const fact: PathwayFact = { type: 'care-decided', level, legalBasis: null, municipality: home, reason: 'r' };
  await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    for (let index = 0; index < count; index += 1) {
      const id = asId<'pathway'>(`${municipality}-${year}-${tag}${index}`);
      await openPathway(tx, id, referral, [], recordedBy(permit, day(`${year}-05-01`)));
      await appendFact(tx, id, fact, recordedBy(permit, day(`${year}-05-02`)));
    }
  });
}

const asked = (at: string, years: readonly [number, number], role: 'planner' | 'agency' = 'planner'): Promise<RegisterCounts> =>
  readRegisterCounts(db, { ...testPermit(testActor(role), 'plan:read'), at: moment(at) }, question, years);

test('demand is read from shielded figures alone: a hidden count comes as what it can be, whatever it is and whoever asks', async () => {
  // Enough in every region in 2024, so that nothing is hidden; in 2025 only three in the whole country, which is.
  for (const home of oneOfEachRegion) {
    await decide(home, 2024, 6);
    // Those with another decision are as many: what lies between the two figures is not small either.
    await decide(home, 2024, 6, 'ambulant-', 'outpatient');
  }
  await decide('0851', 2025, 3);
  const counts = await asked('2026-11-26T08:00:00Z', [2024, 2025]);
  expect(counts.source).toBe('Forløb registreret i Samløb');
  expect(counts.years).toEqual([
    { year: 2024, shown: 30, least: 30, most: 30 },
    { year: 2025, shown: null, least: expect.any(Number), most: expect.any(Number) },
  ]);
  const hidden = counts.years[1];
  expect(hidden?.least).toBeLessThan(3);
  expect(hidden?.most).toBeGreaterThan(3);
  // The agency sees the true count elsewhere, and still is given no more here.
  const agency = { ...testPermit({ ...testActor('operator'), role: 'operator' }, 'figure:read'), at: moment('2026-11-26T08:00:00Z') };
  const [truth] = await readFigures(db, agency, { definition: question, years: [2025, 2025], asOf: null, by: 'country' });
  expect(truth?.value).toBe(3);
  expect(await asked('2026-11-26T08:00:00Z', [2024, 2025], 'agency')).toEqual(counts);
  // Another true count behind the same printed table is the same demand.
  await decide('0851', 2025, 1, 'en-til-');
  expect((await asked('2026-11-26T08:00:00Z', [2024, 2025])).years).toEqual(counts.years);
});

test('a count that is hidden beside a figure that contains it may be as many as that one', async () => {
  // Nobody has another decision than one on residential treatment: that there are none is not told.
  for (const home of oneOfEachRegion) await decide(home, 2023, 6);
  expect((await asked('2026-11-26T08:00:00Z', [2023, 2023])).years).toEqual([{ year: 2023, shown: null, least: 0, most: 30 }]);
});

test('the same question next year has the same earlier years, and differs by the year that is new', async () => {
  const before = await asked('2026-11-26T08:00:00Z', [2024, 2025]);
  // A year that is not over is no figure yet.
  for (const home of oneOfEachRegion) {
    await decide(home, 2026, 7);
    await decide(home, 2026, 5, 'ambulant-', 'outpatient');
  }
  expect((await asked('2026-11-26T08:00:00Z', [2024, 2026])).years).toEqual(before.years);
  const after = await asked('2027-02-01T08:00:00Z', [2024, 2026]);
  expect(after.years).toEqual([...before.years, { year: 2026, shown: 35, least: 35, most: 35 }]);
  const [one, other] = [protectedDemand(before.years), protectedDemand(after.years)];
  expect(protectedDemand(after.years.slice(0, 2))).toEqual(one);
  expect(other).not.toEqual(one);
});
