import { describe, expect, test } from 'vitest';
import { figureDefinition } from '../../numbers/definitions.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { registerFigures, type RegisterFigure, withRegister } from './register-assumptions.ts';

const scenario: Scenario = {
  years: 3,
  arrivalsPerYear: 20,
  accepts: 0.6,
  course: { weekAtReferral: { triangular: [8, 16, 30] }, afterBirthWeeks: { lognormal: { mean: 20, cv: 0.5 } } },
  patience: 'birth',
  sites: [{ id: 'a', places: 3 }],
  basis: { accepts: { source: 'skøn', range: [0.5, 0.8] }, 'course.weekAtReferral': { source: 'skøn', range: [14, 18] } },
};
const printed = (figure: string, value: number | null): RegisterFigure => ({ figure, value, year: 2025, source: `registret: ${figure}` });

describe('a scenario with the register’s printed figures', () => {
  test('has them where they are printed, with their source, and keeps how women differ', () => {
    const found = withRegister(scenario, [
      printed('median-gestation-at-contact', 20),
      printed('offers-accepted', 75),
      printed('median-stay-after-birth', 12),
      printed('holds-refused', 10),
    ]);
    expect(found).toMatchObject({
      accepts: 0.75,
      course: { weekAtReferral: { triangular: [12, 20, 34] }, afterBirthWeeks: { lognormal: { mean: 12, cv: 0.5 } } },
      sites: [{ id: 'a', places: 3, refuses: 0.1 }],
    });
    // The range that no longer holds the value is gone, and the one that does is kept.
    expect(found.basis).toEqual({
      accepts: { source: 'registret: offers-accepted', range: [0.5, 0.8] },
      'course.weekAtReferral': { source: 'registret: median-gestation-at-contact' },
      'course.afterBirthWeeks': { source: 'registret: median-stay-after-birth' },
      'sites.refuses': { source: 'registret: holds-refused' },
    });
  });

  test('is as it was where a figure is hidden or missing, or where it has no such assumption', () => {
    expect(withRegister(scenario, [])).toEqual(scenario);
    expect(
      withRegister(
        scenario,
        registerFigures.map(({ figure }) => printed(figure, null)),
      ),
    ).toEqual(scenario);
    const { course: _course, ...short } = scenario;
    expect(withRegister(short, [printed('median-gestation-at-contact', 20), printed('median-stay-after-birth', 3)])).toEqual(short);
    const apart: Scenario = {
      ...scenario,
      sites: [
        { id: 'a', places: 3, refuses: 0.1 },
        { id: 'b', places: 3, refuses: 0.3 },
      ],
    };
    expect(withRegister(apart, [printed('holds-refused', 20)])).toEqual(apart);
    expect(withRegister({ ...scenario, sites: [] }, [printed('holds-refused', 20)]).basis).toEqual(scenario.basis);
    // What a simulation gives is no assumption.
    expect(withRegister(scenario, [printed('median-stay-before-birth', 9)])).toEqual(scenario);
  });

  test('rests on figures that have a protected form: whole ones that are neither divided nor nights', () => {
    for (const { figure } of registerFigures) {
      const definition = figureDefinition(figure);
      expect([figure, definition?.splitBy]).toEqual([figure, null]);
      expect(['nights', 'filled']).not.toContain(definition?.measure.kind);
    }
  });
});
