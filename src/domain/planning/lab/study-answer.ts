/** What a study answers from the replications there are: levels, differences between proposals, units, years, and how far each assumption pulls. */
import type { Rows } from '../simulation/measures.ts';
import { siteAt, yearAt } from '../simulation/replication-row.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { threeAYear } from '../volume-criterion.ts';
import type { LeverId } from './levers.ts';
import {
  chanceOf,
  column,
  differenceOf,
  type Estimated,
  estimatedOf,
  type Fraction,
  fractionOf,
  type LabMeasure,
  labMeasures,
  labShares,
  measuredOf,
} from './paired.ts';
import { quantile } from '../../sample-figures.ts';
import {
  type Comparison,
  comparisonCells,
  type DemandPoint,
  demandPoints,
  leversOf,
  type Sensitivity,
  sensitivityCells,
  type Study,
} from './study.ts';

/** A measure at the lowest, the middle and the highest number of an estimate; and what chance alone does at its middle (5, 50, 95 %). */
export type Level = {
  readonly measure: LabMeasure;
  readonly at: Readonly<Record<DemandPoint, Estimated | null>>;
  readonly chance: readonly [number, number, number] | null;
};

/** A unit under an estimate: admissions a year, years with three, and how single years are spread at the middle (5, 25, 50, 75, 95 %). */
export type UnitLevel = {
  readonly site: string;
  readonly admissions: Readonly<Record<DemandPoint, Estimated | null>>;
  readonly withThree: Readonly<Record<DemandPoint, Estimated | null>>;
  readonly occupancy: Readonly<Record<DemandPoint, Estimated | null>>;
  readonly years: FanYear;
};

/** 5, 25, 50, 75 and 95 % of the replications in one year. */
export type FanYear = readonly [number, number, number, number, number];

export type EstimateLevels = {
  readonly levels: readonly Level[];
  readonly units: readonly UnitLevel[];
  /** Admissions of all units together, year by year, at the middle of the estimate. */
  readonly fan: readonly FanYear[];
};

/** How much another proposal gives than the first, in the same replications. */
export type Difference = { readonly measure: LabMeasure; readonly at: Readonly<Record<DemandPoint, Estimated | null>> };

export type ComparisonAnswer = {
  readonly kind: 'comparison';
  readonly replications: number;
  /** Half the width of the widest interval of a share. */
  readonly widest: number;
  /** By proposal, then by estimate. */
  readonly proposals: readonly (readonly EstimateLevels[])[];
  /** By proposal after the first, then by estimate. */
  readonly differences: readonly (readonly (readonly Difference[])[])[];
};

/** How much a measure changes when one assumption stands at an end of its range. */
export type Pull = {
  readonly lever: LeverId;
  readonly range: readonly [number, number];
  readonly effects: readonly { readonly measure: LabMeasure; readonly low: Estimated | null; readonly high: Estimated | null }[];
};

export type SensitivityAnswer = {
  readonly kind: 'sensitivity';
  readonly replications: number;
  readonly widest: number;
  readonly base: readonly { readonly measure: LabMeasure; readonly value: Estimated | null }[];
  readonly pulls: readonly Pull[];
};

export type StudyAnswer = ComparisonAnswer | SensitivityAnswer;

/** `cells` are the rows of `scenariosOf(study)`, each with as many replications. */
export function studyAnswer(study: Study, cells: readonly Rows[]): StudyAnswer {
  return study.kind === 'comparison' ? comparisonAnswer(study, cells) : sensitivityAnswer(study, cells);
}

type Columns = Readonly<Record<LabMeasure, Fraction | null>>;

function columnsOf(scenario: Scenario, rows: Rows): Columns {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are the closed list that the type is made from
  return Object.fromEntries(labMeasures.map((measure) => [measure, fractionOf(scenario, rows, measure)])) as Columns;
}

function comparisonAnswer(study: Comparison, cells: readonly Rows[]): ComparisonAnswer {
  const plan = comparisonCells(study);
  const at = plan.map(({ scenario }, index) => columnsOf(scenario, rowsAt(cells, index)));
  const where = (proposal: number, estimate: number, point: DemandPoint): number =>
    (proposal * study.estimates.length + estimate) * demandPoints.length + demandPoints.indexOf(point);
  const points = <T>(of: (point: DemandPoint) => T): Readonly<Record<DemandPoint, T>> => ({
    low: of('low'),
    middle: of('middle'),
    high: of('high'),
  });
  const fraction = (proposal: number, estimate: number, point: DemandPoint, measure: LabMeasure): Fraction | null =>
    at[where(proposal, estimate, point)]?.[measure] ?? null;

  const levels = (proposal: number, estimate: number): readonly Level[] =>
    labMeasures.map((measure) => {
      const middle = fraction(proposal, estimate, 'middle', measure);
      return {
        measure,
        at: points((point) => measuredOf(fraction(proposal, estimate, point, measure), measure)),
        chance: middle && chanceOf(middle),
      };
    });
  const units = (
    { scenario: { sites, years } }: Comparison['proposals'][number],
    proposal: number,
    estimate: number,
  ): readonly UnitLevel[] =>
    sites.map(({ id }, site) => {
      const of = (point: DemandPoint): Rows => rowsAt(cells, where(proposal, estimate, point));
      return {
        site: id,
        admissions: points((point) => estimatedOf(admissionsAt(of(point), site, years))),
        withThree: points((point) => estimatedOf(withThreeAt(of(point), site, years), 'share')),
        occupancy: points((point) => estimatedOf(occupancyAt(of(point), site), 'share')),
        years: fanOf(
          Array.from({ length: years }, (_, year) => [...column(of(shownPoint), yearAt(of(shownPoint).shape, site, year))]).flat(),
        ),
      };
    });
  const answered = study.proposals.map((proposal, index) =>
    study.estimates.map((_, estimate): EstimateLevels => ({
      levels: levels(index, estimate),
      units: units(proposal, index, estimate),
      fan: yearsOf(rowsAt(cells, where(index, estimate, 'middle'))),
    })),
  );
  return {
    kind: 'comparison',
    replications: cells[0]?.count ?? 0,
    widest: widestOf(at),
    proposals: answered,
    differences: study.proposals.slice(1).map((other, index) =>
      study.estimates.map((_, estimate) =>
        labMeasures.map((measure) => ({
          measure,
          at: points((point) =>
            isMoney(measure) && !isSameMoney(study.proposals[0]?.scenario, other.scenario)
              ? null
              : differenceOf(fraction(index + 1, estimate, point, measure), fraction(0, estimate, point, measure)),
          ),
        })),
      ),
    ),
  };
}

/** Single years are shown at the middle of an estimate. */
const shownPoint = 'middle' satisfies DemandPoint;

function sensitivityAnswer(study: Sensitivity, cells: readonly Rows[]): SensitivityAnswer {
  const plan = sensitivityCells(study);
  const at = plan.map(({ scenario }, index) => columnsOf(scenario, rowsAt(cells, index)));
  const base = at[0];
  return {
    kind: 'sensitivity',
    replications: cells[0]?.count ?? 0,
    widest: widestOf(at),
    base: labMeasures.map((measure) => ({ measure, value: measuredOf(base?.[measure] ?? null, measure) })),
    pulls: leversOf(study).map(({ lever, range }, index) => ({
      lever,
      range,
      effects: labMeasures.map((measure) => ({
        measure,
        low: differenceOf(at[1 + 2 * index]?.[measure] ?? null, base?.[measure] ?? null),
        high: differenceOf(at[2 + 2 * index]?.[measure] ?? null, base?.[measure] ?? null),
      })),
    })),
  };
}

/** Half the interval; at 0 and at 1 it lies to one side, and all of it counts. */
function widthOf({ mean, interval: [low, high] }: Estimated): number {
  return mean <= 0 || mean >= 1 ? high - low : (high - low) / 2;
}

function widestOf(cells: readonly Columns[]): number {
  const halves = cells.flatMap((columns) =>
    labShares.flatMap((measure) => {
      const value = measuredOf(columns[measure], measure);
      return value ? [widthOf(value)] : [];
    }),
  );
  return Math.max(0, ...halves);
}

function admissionsAt(rows: Rows, site: number, years: number): Fraction {
  return { above: column(rows, siteAt(rows.shape, site, 'admissions')), below: new Float64Array(rows.count).fill(years) };
}

function withThreeAt(rows: Rows, site: number, years: number): Fraction {
  const above = new Float64Array(rows.count);
  for (let year = 0; year < years; year += 1)
    for (const [index, admissions] of column(rows, yearAt(rows.shape, site, year)).entries())
      if (admissions >= threeAYear.least) above[index] = (above[index] ?? 0) + 1;
  return { above, below: new Float64Array(rows.count).fill(years) };
}

function occupancyAt(rows: Rows, site: number): Fraction {
  return {
    above: column(rows, siteAt(rows.shape, site, 'occupied-years')),
    below: column(rows, siteAt(rows.shape, site, 'open-years')),
  };
}

function yearsOf(rows: Rows): readonly FanYear[] {
  const { sites, years } = rows.shape;
  if (sites === 0) return [];
  return Array.from({ length: years }, (_, year) => {
    const admissions = new Float64Array(rows.count);
    for (let site = 0; site < sites; site += 1)
      for (const [index, value] of column(rows, yearAt(rows.shape, site, year)).entries())
        admissions[index] = (admissions[index] ?? 0) + value;
    return fanOf(admissions);
  });
}

function fanOf(values: Iterable<number>): FanYear {
  const ordered = Float64Array.from(values).toSorted();
  return [quantile(ordered, 0.05), quantile(ordered, 0.25), quantile(ordered, 0.5), quantile(ordered, 0.75), quantile(ordered, 0.95)];
}

function isMoney(measure: LabMeasure): boolean {
  return measure === 'cost-a-year' || measure === 'cost-per-stay';
}

function isSameMoney(one: Scenario | undefined, other: Scenario): boolean {
  return one?.costs?.currency === other.costs?.currency && one?.costs?.priceYear === other.costs?.priceYear;
}

function rowsAt(cells: readonly Rows[], index: number): Rows {
  const rows = cells[index];
  if (!rows) throw new Error(`a study has no cell ${index}`);
  return rows;
}
