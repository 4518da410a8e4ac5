import type { CheerioAPI } from 'cheerio';
import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../../test/actors.ts';
import { addOrganisation } from '../../../test/pathways.ts';
import { testWeb, type Visitor } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import type { LevelOfCare } from '../../domain/pathway/facts.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { day, moment } from '../../domain/time.ts';
import { asActor } from '../../store/database.ts';
import { appendFact, openPathway, recordedBy } from '../../store/pathway.ts';

/** The demonstration is of November; the year of its pathways is over, and printed, in the next one. */
let now = moment('2026-11-22T09:00:00Z');
const web = await testWeb(() => now);
now = moment('2027-02-15T09:00:00Z');
const register = '/planlaegning/efterspoergsel';
const scenarios = '/planlaegning/scenarier';
const figure = '/tal/opgoerelser/decided-residential.json?periode=2019..2026&efter=region';

type Rows = { readonly figures: readonly { readonly place: string; readonly period: string; readonly value: unknown }[] };

/** The country's counts of the page of figures, as the one who asks may see them; null where it is hidden. */
async function countryOf(visitor: Visitor): Promise<readonly (readonly [year: string, count: number | null])[]> {
  const { figures } = JSON.parse((await visitor.get(figure)).response.body) as Rows;
  return figures
    .filter(({ place }) => place === 'danmark')
    .map(({ period, value }) => [period, typeof value === 'number' ? value : null] as const)
    .toSorted(([one], [other]) => Number(one) - Number(other));
}

/** Everything that a form on a page would send. */
function filled($: CheerioAPI, form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const field of $(form).find('input, select, textarea').toArray()) {
    const name = $(field).attr('name');
    const chosen = $(field).find('option[selected]').attr('value') ?? $(field).find('option').first().attr('value');
    if (name !== undefined) fields[name] = String(($(field).is('select') ? chosen : $(field).val()) ?? '');
  }
  return fields;
}

/** The page of the register's demand over eight years: its rows, and what it carries to a scenario. */
async function demandOf(visitor: Visitor) {
  const { $ } = await visitor.get(`${register}?aar=8`);
  const rows = $('table')
    .first()
    .find('tbody tr')
    .toArray()
    .map((row) => [$(row).find('th').text(), $(row).find('td').first().text()] as const);
  return { rows, carried: filled($, `form[action="${scenarios}/nyt"]`) };
}

test('the planner is shown the very cells that the page of figures prints, and a scenario made of them does not follow what is hidden', async () => {
  // Enough in every region in one year, with and without residential treatment, so that its count is printed; the other years are hidden.
  for (const home of ['0101', '0259', '0461', '0751', '0851'])
    for (const level of ['residential', 'outpatient'] as const) await decide('2021', 6, level, home);
  const planner = await web.as('planlaegger');
  const [printed, before] = [await countryOf(planner), await demandOf(planner)];
  expect(before.rows).toEqual(printed.map(([year, count]) => [year, count === null ? 'skjult' : String(count)]));
  const hidden = printed.filter(([, count]) => count === null).map(([year]) => year);
  expect(hidden.length).toBeGreaterThan(0);
  expect(new Map(printed).get('2021')).toBe(30);

  const save = async (carried: Record<string, string>): Promise<Scenario> => {
    const { $ } = await planner.get(`${scenarios}/nyt?${new URLSearchParams({ ...carried, fra: 'proevehandling' }).toString()}`);
    const saved = await planner.post(scenarios, { ...filled($, 'form.scenario-form'), titel: 'Af registrets celler' });
    expect(saved.status).toBe(303);
    return JSON.parse((await planner.get(`${saved.location}/fil.json`)).response.body) as Scenario;
  };
  const first = await save(before.carried);

  // One woman more in a year that is hidden, known long before the fixed day: the agency sees her, and what is printed is as it was.
  const agency = await web.as('styrelse');
  const truth = new Map(await countryOf(agency));
  const year = hidden.at(-1) ?? '';
  await decide(year, 1, 'residential', '0851');
  const after = new Map(await countryOf(agency));
  expect(Number(after.get(year))).toBe(Number(truth.get(year)) + 1);
  const later = await (await web.restarted()).as('planlaegger');
  expect(await countryOf(later)).toEqual(printed);
  expect(await demandOf(later)).toEqual(before);
  expect((await save((await demandOf(later)).carried)).estimates).toEqual(first.estimates);
  // The agency plans from the same cells, though it sees the numbers elsewhere.
  expect((await demandOf(agency)).rows).toEqual(before.rows);
});

/** So many decisions of a municipality, each of a pathway of its own, registered that year. */
async function decide(year: string, count: number, level: LevelOfCare, home: string): Promise<void> {
  const clinic = testActor('family-clinic');
  const { db, owner } = web.database;
  await addOrganisation(owner, clinic.organisation);
  const permit = { ...testPermit(clinic, 'pathway:record'), at: moment(`${year}-11-20T08:00:00Z`) };
  const [municipality, concern] = [asId<'municipality'>(home), 'opdigtet'];
  const referral = { type: 'referral-registered', person: null, calledName: 'Opdigtet', municipality, concern, referrer: concern } as const;
  await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    for (let index = 0; index < count; index += 1) {
      const id = asId<'pathway'>(`${home}-${year}-${level}-${index}`);
      await openPathway(tx, id, referral, [], recordedBy(permit, day(`${year}-05-01`)));
      const decided = { type: 'care-decided', level, legalBasis: null, municipality, reason: 'opdigtet' } as const;
      await appendFact(tx, id, decided, recordedBy(permit, day(`${year}-05-02`)));
    }
  });
}
