import { describe, expect, test } from 'vitest';
import { positionFile } from '../../domain/planning/lab/position-scenarios.ts';
import { readScenario } from '../../schema/scenario.ts';
import { fieldName, fieldOfFault } from './field-names.ts';
import { fieldsFrom } from './form-fields.ts';

describe('the fields of the form of a scenario', () => {
  test('each has a name of its own in words, in both languages', () => {
    for (const language of ['da', 'en'] as const) {
      const fields = Object.keys(fieldsFrom(positionFile('municipalities-2025', 'P'), language));
      const names = fields.map((field) => fieldName(field, language));
      expect(names.filter((name, index) => name === fields[index])).toEqual([]);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  test.each([
    ['basis.arrivalsPerYear.range', 'kvinder-fra'],
    ['basis.course.afterBirthWeeks.source', 'efter-kilde'],
    ['basis.travel.range', 'rejse-fra'],
    ['basis.travel', 'rejse-fra'],
    ['basis.sites.places', 'pladser-fra'],
    ['basis.accepts', 'tager-imod'],
    ['course.afterBirthWeeks', 'efter'],
    ['course.weekAtReferral', 'henvist'],
    ['course', 'henvist'],
    ['estimates[2]', 'skoen-2-fra'],
    ['estimates[1].name', 'skoen-1-navn'],
    ['estimates[1].to', 'skoen-1-til'],
    ['sites[3].places', 'pladser-3'],
    ['sites[3].flexible.places', 'behov-3'],
    ['sites[0].flexible.closeWhen.freeAtLeast', 'lukker-ved'],
    ['sites[0].flexible.closeWhen.forWeeks', 'lukker-efter'],
    ['sites[0].flexible.openWhen.waiting', 'aabner-ved'],
    ['sites[0].flexible.leadWeeks', 'aabner-paa'],
    ['sites[0].fillingUp.weeks', 'indkoering'],
    ['sites[0].fillingUp.fromPlaces', 'begynder-med'],
    ['sites[0].refuses', 'siger-nej'],
    ['sites[1].id', 'sted-1'],
    ['sites', 'sted-0'],
    ['costs.discountRate', 'rente'],
    ['costs', 'valuta'],
    ['reach[1]', 'afstand'],
    ['areas[4].minutes', 'geografi'],
    ['patience', 'taalmodighed'],
    ['years', 'aar'],
    ['dispersion', 'spredning'],
    ['accepts', 'tager-imod'],
    ['arrivalsPerYear', 'kvinder'],
    ['the scenario', 'titel'],
  ])('%s is mended in %s', (where, field) => {
    expect(fieldOfFault({ where })).toBe(field);
  });

  test('a fault that the scenario’s own rules find leads to a field that the form has', () => {
    const scenario = positionFile('municipalities-2025', 'P');
    const [site] = scenario.sites;
    const wrong = [
      { ...scenario, years: -1 },
      { ...scenario, accepts: 2 },
      { ...scenario, dispersion: -1 },
      { ...scenario, sites: [{ ...site, places: -2 }] },
      { ...scenario, course: { ...scenario.course, afterBirthWeeks: -3 } },
      { ...scenario, reach: [{ upToMinutes: -1, share: 2 }] },
      { ...scenario, estimates: [{ name: 'x', from: 9, to: 2, source: 'y' }] },
    ];
    const fields = Object.keys(fieldsFrom(scenario, 'da'));
    for (const one of wrong) {
      const read = readScenario(one);
      if (read.outcome !== 'faults') throw new Error('it is wrong');
      for (const fault of read.faults) expect(fields).toContain(fieldOfFault(fault));
    }
  });
});
