/** What `samlob sites` answers beyond one set under one estimate: wrong travel times, and regret across estimates; and what it is asked in words. */
import { leastRegret, type SetRegret } from '../domain/planning/sites/regret.ts';
import type { SiteObjective, TravelProblem } from '../domain/planning/sites/site-problem.ts';
import { travelChange } from '../domain/planning/sites/travel-change.ts';
import { type CommandContext, type ExitCode, exitCodes } from './command.ts';

export type Further = {
  readonly best: number | null;
  readonly change: number | null;
  readonly chances: readonly number[] | null;
  readonly scenario: string | null;
  readonly replications: number;
  readonly seed: number;
};

export type SeveralAsked = Omit<TravelProblem, 'weights'> & {
  readonly upTo: number;
  readonly further: Further;
  readonly json: boolean;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly estimates: readonly { readonly name: string; readonly weights: readonly number[] }[];
};

type Given = Readonly<Partial<Record<'best' | 'change' | 'chances' | 'scenario' | 'replications' | 'seed', string | undefined>>>;

export function readFurther(given: Given): Further | { readonly sentence: string } {
  for (const [name, least, most] of [
    ['best', 1, 1_000],
    ['replications', 2, 100_000],
    ['seed', 0, 0xffffffff],
  ] as const) {
    const text = given[name];
    if (text !== undefined && !(/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most))
      return { sentence: `--${name} must be a whole number from ${least} to ${most}, and “${text}” is given.` };
  }
  const change = given.change === undefined ? null : plainNumber(given.change);
  if (change !== null && !(change >= 0 && change < 1))
    return { sentence: `--change must be a share from 0 up to 1, such as 0.2, and “${given.change}” is given.` };
  const chances = given.chances === undefined ? null : given.chances.split(',').map(plainNumber);
  if (chances && (chances.some((chance) => !(chance >= 0)) || !chances.some((chance) => chance > 0)))
    return { sentence: `--chances must be numbers of 0 or more, one for each estimate, and “${given.chances}” is given.` };
  return {
    best: given.best === undefined ? null : Number(given.best),
    change,
    chances,
    scenario: given.scenario ?? null,
    replications: Number(given.replications ?? 2_000),
    seed: Number(given.seed ?? 1),
  };
}

function plainNumber(text: string): number {
  return /^\d*\.?\d+$/.test(text.trim()) ? Number(text) : NaN;
}

/** What cannot be asked together; null when all of it can. */
export function wrongTogether(
  {
    open,
    upTo,
    objective,
    ownFile,
    further: { best, change, chances, scenario },
  }: Pick<SeveralAsked, 'open' | 'upTo' | 'further'> & { readonly objective: SiteObjective; readonly ownFile: string | null },
  estimates: number,
): string | null {
  if (objective === 'cost' || ownFile !== null) {
    if (estimates > 1 || best !== null || change !== null || chances)
      return '--sites and --objective cost are answered for one column of weights, without --best and --change.';
    if (objective === 'cost') return null;
  }
  if (estimates > 1) {
    if (best !== null || change !== null)
      return 'With several estimates of need the regret is answered: --best and --change want one column of weights.';
    return chances && chances.length !== estimates
      ? `--chances has ${chances.length} numbers, and there are ${estimates} estimates.`
      : null;
  }
  if (chances) return '--chances wants a column of weights for each estimate.';
  if (open !== upTo) return '--p from one number to another wants a column of weights for each estimate.';
  if (best !== null && change !== null) return '--best and --change are two questions.';
  return scenario !== null && best === null ? '--scenario wants --best: it simulates the best sets.' : null;
}

export function answerChange(asked: SeveralAsked, context: CommandContext): ExitCode {
  const { further, names } = asked;
  const [{ weights } = { weights: [] }] = asked.estimates;
  const answer = travelChange({ ...asked, weights }, further.change ?? 0);
  switch (answer.outcome) {
    case 'compared': {
      const named = (open: readonly number[]): readonly string[] => open.map((site) => names[site] ?? '');
      const { open, staysBest, safeUpTo } = answer;
      const contenders = answer.contenders.map(({ open: other, value, from }) => ({ open: named(other), objective: value, from }));
      write(context, asked.json, { open: named(open), change: further.change, staysBest, safeUpTo, contenders }, () => {
        const first = `${named(open).join(' ')} ${staysBest ? 'stays best' : `stays best while no time is more than ${(100 * safeUpTo).toFixed(1)} % wrong`}\n`;
        const each = contenders.map((other) => `  from ${(100 * other.from).toFixed(1)} %  ${other.open.join(' ')}\n`).join('');
        return `${first}${each}${changeSummary(further.change ?? 0, contenders.length)}`;
      });
      return exitCodes.done;
    }
    case 'infeasible':
      return refused(context, 'Infeasible.');
    case 'too-many-sets':
      return refused(context, tooMany);
    case 'not-for-centre':
      return refused(context, '--change is for median and coverage: the longest way is no sum.');
    case 'not-with-volumes':
      return refused(context, '--change is answered without volumes only.');
  }
}

/** What was asked and what it came to, in a sentence, under the sets themselves. */
function changeSummary(change: number, contenders: number): string {
  const within = `With every travel time up to ${Number((100 * change).toPrecision(6))} % longer or shorter, each for itself,`;
  if (contenders === 0) return `${within} no other set of as many sites is better.\n`;
  return `${within} ${contenders === 1 ? 'one other set' : `${contenders} other sets`} of as many sites can be better.\n`;
}

export function answerRegret(asked: SeveralAsked, context: CommandContext & { readonly goOn: () => boolean }): ExitCode {
  const { further, names, estimates, open, upTo, json } = asked;
  const answer = leastRegret(
    {
      ...asked,
      open: { least: open, most: upTo },
      estimates: estimates.map((estimate, index) => ({ ...estimate, chance: further.chances?.[index] ?? null })),
    },
    context.goOn,
  );
  if (answer.outcome !== 'compared') {
    if (answer.outcome === 'infeasible') {
      write(context, json, { status: 'infeasible' }, () => 'infeasible\n');
      return exitCodes.done;
    }
    return refused(context, answer.outcome === 'stopped' ? 'The time was up before the answer was proven.' : tooMany);
  }
  const out = (set: SetRegret | null): OutSet | null =>
    set && {
      open: set.open.map((site) => names[site] ?? ''),
      values: byName(set.values),
      regrets: byName(set.regrets),
      worst: set.worst,
      impossible: set.impossible,
      ...(set.average === null ? {} : { average: set.average }),
    };
  const byName = (values: readonly (number | null)[]): Readonly<Record<string, number | null>> =>
    Object.fromEntries(values.map((value, index) => [estimates[index]?.name ?? '', value]));
  const best = Object.fromEntries(answer.best.map((set, index) => [estimates[index]?.name ?? '', out(set)]));
  const [least, average] = [out(answer.leastRegret), out(answer.bestOnAverage)];
  write(context, json, { status: 'optimal', best, leastRegret: least, bestOnAverage: average }, () =>
    [...Object.entries(best), ['least regret', least] as const, ...(average ? [['on average', average] as const] : [])]
      .map(([name, set]) =>
        set
          ? `${name.padEnd(14)}${set.open.join(' ')}\n${Object.entries(set.regrets).map(regretLine).join('')}`
          : `${name.padEnd(14)}none\n`,
      )
      .join(''),
  );
  return exitCodes.done;
}

type OutSet = {
  readonly open: readonly string[];
  readonly values: Readonly<Record<string, number | null>>;
  readonly regrets: Readonly<Record<string, number | null>>;
  readonly worst: number;
  readonly impossible: number;
  readonly average?: number;
};

function regretLine([name, regret]: readonly [string, number | null]): string {
  return `  under ${name}: ${regret === null ? 'the volumes cannot be kept' : `regret ${Number(regret.toPrecision(5))}`}\n`;
}

export const tooMany = 'There are too many sets of so many sites to go through all of them.';

export function refused(context: CommandContext, sentence: string): ExitCode {
  context.say(sentence);
  return exitCodes.badInput;
}

export function write(context: CommandContext, json: boolean, out: object, lines: () => string): void {
  context.write(json ? `${JSON.stringify(out)}\n` : lines());
}
