/**
 * An attacker written a second time, for comparison: only the inner cells are unknowns, each printed or rounded cell is a line of text
 * about their sum, and all are whole. It shares nothing with the project's attackers but the program that solves.
 */
import { createRequire } from 'node:module';
import type highsModule from 'highs';
import { codesOf, type CountTable, isInnerCell } from '../src/domain/disclosure/count-table.ts';

const highsPackage: typeof highsModule = createRequire(import.meta.url)('highs');
type Highs = Awaited<ReturnType<typeof highsPackage.default>>;

export type Attacked = { readonly cell: number; readonly low: number; readonly high: number };

export async function loadAttacker(): Promise<LpAttacker> {
  return new LpAttacker(await highsPackage.default());
}

export class LpAttacker {
  readonly #highs: Highs;
  constructor(highs: Highs) {
    this.#highs = highs;
  }

  /**
   * What each cell can be, where `published` has a number, nothing, or an interval. `least` is what a hidden cell is at least; `known` are
   * cells that are known beside it.
   */
  attack(
    { layout }: Pick<CountTable, 'layout'>,
    published: readonly (number | null | readonly [number, number])[],
    least: number,
    cells: readonly number[],
    known: ReadonlyMap<number, number> = new Map(),
  ): readonly Attacked[] {
    const inner = Array.from({ length: layout.size }, (_, cell) => cell).filter((cell) => isInnerCell(layout, cell));
    const beneath = (cell: number): readonly number[] => {
      const codes = codesOf(layout, cell);
      return inner.filter((one) =>
        codesOf(layout, one).every((code, index) => layout.dimensions[index]?.inner[codes[index] ?? 0]?.includes(code)),
      );
    };
    const sumOf = (cell: number): string =>
      beneath(cell)
        .map((one) => `x${one}`)
        .join(' + ');
    const lines = published.flatMap((value, cell) => {
      const fixed = known.get(cell);
      if (fixed !== undefined) return [`${sumOf(cell)} = ${fixed}`];
      if (value === null) return least > 0 ? [`${sumOf(cell)} >= ${least}`] : [];
      if (typeof value === 'number') return [`${sumOf(cell)} = ${value}`];
      return [`${sumOf(cell)} >= ${value[0]}`, `${sumOf(cell)} <= ${value[1]}`];
    });
    const program = `Minimize\n obj: ${inner.map((one) => `0 x${one}`).join(' + ')}\nSubject To\n${lines.map((line, index) => ` c${index}: ${line}`).join('\n')}\n`;
    const inFractions = this.#open(`${program}End\n`, inner);
    let inWholes: Opened | null = null;
    try {
      const ask = (sense: 'least' | 'most', cell: number): number => {
        // An end that fractions reach in whole numbers is the end of whole numbers too; only the others need the long search.
        const quick = inFractions.ask(sense, beneath(cell));
        if (quick.isWhole === true) return quick.value;
        inWholes ??= this.#open(`${program}General\n ${inner.map((one) => `x${one}`).join(' ')}\nEnd\n`, inner);
        const { value, isWhole } = inWholes.ask(sense, beneath(cell));
        if (isWhole !== true) throw new Error(`the second attacker got the answer ${value}`);
        return value;
      };
      return cells.map((cell) => ({ cell, low: ask('least', cell), high: ask('most', cell) }));
    } finally {
      inFractions.close();
      (inWholes as Opened | null)?.close();
    }
  }

  #open(text: string, inner: readonly number[]): Opened {
    const model = this.#highs.createModel({ format: 'lp', data: text });
    model.options.set({ output_flag: false });
    const { minimize, maximize } = this.#highs.constants.objectiveSense;
    const status = this.#highs.constants.modelStatus;
    const columns = new Map(inner.map((one) => [one, model.getColByName(`x${one}`)]));
    return {
      ask(side, cells) {
        const mine = new Set(cells);
        for (const [one, column] of columns) model.changeColCost(column, mine.has(one) ? 1 : 0);
        model.changeObjectiveSense(side === 'least' ? minimize : maximize);
        model.run();
        const found = model.getModelStatus();
        // A table there is: the true one. So no end in fractions is none in whole numbers.
        if (side === 'most' && (found === status.unbounded || found === status.unboundedOrInfeasible))
          return { value: Infinity, isWhole: true };
        if (found !== status.optimal) return { value: found, isWhole: 'unanswered' };
        const isWhole = model.getSolution().colValue.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
        return { value: Math.round(model.getObjectiveValue()) + 0, isWhole };
      },
      close: () => model.dispose(),
    };
  }
}

/** The lines of text as a problem that is asked again and again. Where it gives no answer, the value is the number of why. */
type Opened = {
  readonly ask: (side: 'least' | 'most', cells: readonly number[]) => { readonly value: number; readonly isWhole: boolean | 'unanswered' };
  readonly close: () => void;
};
