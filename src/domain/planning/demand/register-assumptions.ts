/**
 * Assumptions of a scenario from the register's protected figures (da: antagelser fra registret): what is printed for the whole country of years that
 * are over, and never from persons. What has no printed figure stays as it was.
 */
import { type LeverId, leverValue, withLever } from '../lab/levers.ts';
import type { Scenario } from '../simulation/scenario.ts';

/** A protected figure as it is printed of its newest year; `value` is null where it is hidden, or where there is none. */
export type RegisterFigure = {
  readonly figure: string;
  readonly value: number | null;
  readonly year: number | null;
  /** In words: definition, year, source, day and edition. */
  readonly source: string;
};

/**
 * Which figure says what of which assumption. A share is printed in per cent. Of a distribution its centre is moved to the printed middle, and how women
 * differ stays as it was assumed: the register prints no spread. `null` is of nothing that is assumed: it is what a simulation gives.
 */
export const registerFigures = [
  { figure: 'median-gestation-at-contact', lever: 'course.weekAtReferral', per: 1 },
  { figure: 'offers-accepted', lever: 'accepts', per: 100 },
  { figure: 'median-stay-after-birth', lever: 'course.afterBirthWeeks', per: 1 },
  { figure: 'holds-refused', lever: 'sites.refuses', per: 100 },
  { figure: 'median-stay-before-birth', lever: null, per: 1 },
  { figure: 'median-need-to-admission', lever: null, per: 1 },
] as const satisfies readonly { readonly figure: string; readonly lever: LeverId | null; readonly per: number }[];

export type RegisterFigureId = (typeof registerFigures)[number]['figure'];

/** The scenario with each assumption that it has and that a figure is printed of, and beside it where it comes from. All others are as they were. */
export function withRegister(scenario: Scenario, figures: readonly RegisterFigure[]): Scenario {
  return registerFigures.reduce<Scenario>((changed, { figure, lever, per }) => {
    const found = figures.find((one) => one.figure === figure);
    if (lever === null || !found || found.value === null || !has(changed, lever)) return changed;
    const { [lever]: before, ...others } = changed.basis ?? {};
    const value = found.value / per;
    // A range that somebody gave is kept only while the printed value lies within it.
    const range = before?.range && before.range[0] <= value && value <= before.range[1] ? { range: before.range } : {};
    return { ...withLever(changed, lever, value), basis: { ...others, [lever]: { source: found.source, ...range } } };
  }, scenario);
}

/** Sites that differ keep what they have: one printed number is no reason to make them alike. */
function has(scenario: Scenario, lever: LeverId): boolean {
  return scenario.sites.length > 0 || lever !== 'sites.refuses' ? leverValue(scenario, lever) !== null : false;
}
