import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { positionFile } from '../../domain/planning/lab/position-scenarios.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { becameAssumptions } from './cleared-sources.ts';
import { fieldsFrom, type FormFields } from './form-fields.ts';

const base: Scenario = {
  ...positionFile('pilot', 'P'),
  costs: { currency: 'kr.', priceYear: 2025, discountRate: 0.035, siteYear: 1, openPlaceDay: 2, occupiedPlaceDay: 3, opening: 4 },
  estimates: [
    { name: 'Vores', from: 6, to: 8, source: 'Vores journaler' },
    { name: 'Gæt', from: 9, to: 9, source: 'assumption' },
  ],
  basis: {
    'course.weekAtReferral': { source: 'Vores journaler' },
    'sites.places': { source: 'Byggeprogram', range: [4, 8] },
    accepts: { source: 'assumption', range: [0.5, 1] },
    costs: { source: 'Regnskab 2025' },
  },
};

function named(changed: FormFields, of: Scenario = base): readonly string[] {
  const fields = { ...fieldsFrom(of, 'da'), ...changed };
  return becameAssumptions((field) => fields[field] ?? '', of, 'da');
}

describe('a source that was cleared', () => {
  test('is named where something now stands as an assumption that did not before', () => {
    expect(named({})).toEqual([]);
    expect(named({ 'skoen-0-kilde': '', 'henvist-kilde': '', 'pladser-kilde': '', 'omkostninger-kilde': '' })).toEqual([
      'Vores',
      'Graviditetsuge ved henvisning',
      'Pladser i hvert afsnit',
      'Omkostninger',
    ]);
  });

  test('is not named where it was an assumption before, where the word itself was written, or where what it was the source of is gone', () => {
    expect(named({ 'skoen-1-kilde': '', 'tager-imod-kilde': '' })).toEqual([]);
    expect(named({ 'henvist-kilde': 'antagelse' })).toEqual([]);
    expect(
      named({ 'skoen-0-navn': '', 'skoen-0-kilde': '', henvist: '', 'henvist-kilde': '', valuta: '', 'omkostninger-kilde': '' }),
    ).toEqual([]);
  });

  test('is named for a new estimate too', () => {
    expect(named({ 'skoen-2-navn': 'Nyt', 'skoen-2-fra': '5' })).toEqual(['Nyt']);
  });
});

test('the form says it before it is saved, and the page after it says which; «antagelse» is read and written as the word it is', async () => {
  const web = await testWeb();
  const planner = await web.as('planlaegger');
  const address = '/planlaegning/scenarier';
  const open = async (path: string): Promise<Record<string, string>> => {
    const { $ } = await planner.get(path);
    const fields: Record<string, string> = {};
    for (const element of $('form.scenario-form').find('[name]').toArray()) {
      const field = $(element);
      const value = field.is('select') ? field.find('option[selected]').attr('value') : field.val();
      fields[field.attr('name') ?? ''] = String(value ?? '');
    }
    return fields;
  };
  expect((await planner.get(`${address}/nyt?fra=tomt`)).text).toContain('En tom kilde bliver gemt som «antagelse».');
  const estimate = { 'skoen-0-navn': 'Vores', 'skoen-0-fra': '6', 'skoen-0-til': '8', 'skoen-0-kilde': 'Vores journaler' };
  const first = await planner.post(address, { ...(await open(`${address}/nyt?fra=tomt`)), ...estimate, titel: 'Kildeprøve' });
  expect((await planner.get(first.location)).$('.alert').text()).not.toContain('antagelse');
  const cleared = await planner.post(address, { ...(await open(`${first.location}/ret`)), 'skoen-0-kilde': '' });
  expect((await planner.get(cleared.location)).text).toContain('Kilden stod tom, og derfor står der nu «antagelse» ved: «Vores».');
  const again = await open(`${first.location}/ret`);
  expect(again['skoen-0-kilde']).toBe('antagelse');
  const written = await planner.post(address, { ...again, 'skoen-0-til': '9', 'skoen-0-kilde': 'Antagelse' });
  const file = JSON.parse((await planner.get(`${written.location}/fil.json`)).response.body) as Scenario;
  expect(file.estimates?.[0]).toEqual({ name: 'Vores', from: 6, to: 9, source: 'assumption' });
});
