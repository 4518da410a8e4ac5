import { describe, expect, test } from 'vitest';
import { emptyFile, positionFile } from '../../domain/planning/lab/position-scenarios.ts';
import { positionIds } from '../../domain/planning/proposals/positions.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { fieldsFrom } from './form-fields.ts';
import { scenarioFromForm } from './form-scenario.ts';

function again(scenario: Scenario, changed: Readonly<Record<string, string>> = {}) {
  const fields = { ...fieldsFrom(scenario, 'da'), ...changed };
  return scenarioFromForm((name) => fields[name] ?? '', scenario);
}

describe('the form of a scenario', () => {
  test.each([...positionIds, 'empty'] as const)('%s comes back as it was opened', (id) => {
    const scenario = id === 'empty' ? emptyFile('Tomt') : positionFile(id, id);
    const { scenario: read, problems } = again(scenario);
    expect(problems).toEqual({});
    expect({ ...read, accepts: 1 }).toEqual({ ...scenario, accepts: 1 });
  });

  test('keeps what it cannot show: a file’s own places, minutes and kinds', () => {
    const own: Scenario = {
      title: 'Egen fil',
      years: 5,
      arrivalsPerYear: 12,
      estimates: [],
      basis: { patience: { source: 'x' } },
      areas: [{ id: 'nord', weight: 1, minutes: { A: 30 } }],
      accepts: 0.8,
      reach: [{ upToMinutes: 60, share: 0.9 }],
      course: { weekAtReferral: { lognormal: { mean: 18, cv: 0.3 } }, termWeek: 39.5, afterBirthWeeks: { exp: 8 } },
      patience: { uniform: [0.1, 0.5] },
      order: 'first-come',
      sites: [{ id: 'A', places: 4, opensAtYears: 2, refuses: 0.1 }],
      costs: { currency: 'kr.', priceYear: 2025, discountRate: 0.035, siteYear: 1, openPlaceDay: 2, occupiedPlaceDay: 3, opening: 4 },
    };
    const { scenario, problems } = again(own);
    expect(problems).toEqual({});
    expect(scenario).toEqual(own);
  });

  test('changes what was changed: a site more, by need, a municipality that counts double', () => {
    const { scenario, problems } = again(positionFile('pilot', 'P'), {
      'sted-1': '0751',
      'pladser-1': '2',
      'behov-1': '6',
      geografi: 'vaegte',
      vaegte: 'Odense: 2',
      henvist: '10–18–30',
      'henvist-fra': '12',
      'henvist-til': '20',
      'henvist-kilde': 'Vores journaler',
    });
    expect(problems).toEqual({});
    expect(scenario.sites[1]).toMatchObject({ id: '0751', places: 2, flexible: { places: 6, openWhen: { waiting: 1 } } });
    const odense = (of: Scenario) => of.areas?.find(({ id }) => id === '0461');
    expect(odense(scenario)?.weight).toBe(2 * (odense(positionFile('pilot', 'P'))?.weight ?? 0));
    expect(Object.keys(odense(scenario)?.minutes ?? {})).toEqual(['0461', '0751']);
    expect(scenario.course?.weekAtReferral).toEqual({ triangular: [10, 18, 30] });
    expect(scenario.basis?.['course.weekAtReferral']).toEqual({ source: 'Vores journaler', range: [12, 20] });
    expect(fieldsFrom(scenario, 'da')).toMatchObject({ geografi: 'vaegte', vaegte: 'Odense: 2' });
  });

  test.each([
    [{ titel: '' }, 'titel', 'title'],
    [{ kvinder: 'mange' }, 'kvinder', 'number'],
    [{ 'tager-imod': 'alle' }, 'tager-imod', 'percent'],
    [{ efter: '4-2-x' }, 'efter', 'distribution'],
    [{ 'efter-fra': '' }, 'efter-fra', 'half'],
    [{ 'efter-fra': '8', 'efter-til': '6' }, 'efter-til', 'reversed'],
    [{ 'skoen-0-fra': '8', 'skoen-0-til': '6' }, 'skoen-0-til', 'reversed'],
    [{ 'sted-1': '0751' }, 'pladser-1', 'half'],
    [{ 'sted-1': '0461', 'pladser-1': '3' }, 'sted-1', 'sites'],
    [{ 'skoen-3-fra': '7' }, 'skoen-3-navn', 'half'],
    [{ 'skoen-3-navn': 'nyt' }, 'skoen-3-fra', 'half'],
    [{ geografi: 'vaegte', vaegte: 'Atlantis: 2' }, 'vaegte', 'weights'],
    [{ afstand: '60' }, 'afstand', 'reach'],
    [{ prisaar: '2025' }, 'valuta', 'costs'],
    [{ taalmodighed: 'andet' }, 'taalmodighed-aar', 'distribution'],
  ] as const)('says of %j that %s is wrong: %s', (changed, field, problem) => {
    expect(again(positionFile('pilot', 'P'), changed).problems).toEqual({ [field]: problem });
  });
});
