/** The queues that `samlob queue` knows: what each needs to be told, and its measures by name. */
import { erlangA } from '../domain/planning/queues/erlang-a.ts';
import { erlangB } from '../domain/planning/queues/erlang-b.ts';
import { erlangC } from '../domain/planning/queues/erlang-c.ts';
import { type FlexibleMeasures, type FlexibleUnit, flexibleUnit, flexibleUnitAt } from '../domain/planning/queues/flexible-places.ts';
import { generalPatience, type PatienceMeasures } from '../domain/planning/queues/general-patience.ts';
import { overflowChain, type OverflowStream, type OverflowSystem } from '../domain/planning/queues/overflow.ts';
import { overflowFilling } from '../domain/planning/queues/overflow-filling.ts';
import type { Patience } from '../domain/planning/queues/patience.ts';
import type { Quantity } from '../domain/planning/queues/quantities.ts';
import { openingServers } from '../domain/planning/queues/setup.ts';
import { fillingOffer } from '../domain/planning/queues/transient.ts';
import { meanNeeded, probabilityOfVolume, unitsSustained } from '../domain/planning/volume-criterion.ts';

/** What is wrong with the input, in one sentence. */
export type Wrong = { readonly sentence: string };
/** The measures by name, in the order they are shown, and a remark for the person. */
export type Answer = { readonly measures: Readonly<Record<string, number | readonly number[]>>; readonly remark?: string };
/** What is left out is not there. */
export type Numbers = Readonly<Partial<Record<Quantity, number>>>;
/** What is told in words and not as one number. */
export type Texts = { readonly patience: Patience; readonly places: readonly number[]; readonly streams: readonly OverflowStream[] };

export type Model = {
  readonly needs: readonly Quantity[];
  /** May be left out, and are then 0. */
  readonly may: readonly Quantity[];
  readonly texts: readonly (keyof Texts)[];
  answer(numbers: Required<Numbers>, texts: Texts, given: Numbers): Answer | Wrong;
};

const rates = ['lambda', 'mu', 'servers'] as const;
const endless = 'As many come as can be served, or more: the queue grows for ever, and what has no end is null.';

export const models: Readonly<Record<string, Model>> = {
  'erlang-b': {
    needs: ['load', 'servers'],
    may: [],
    texts: [],
    answer: ({ load, servers }) => ({ measures: { blocking: erlangB(load, servers) } }),
  },
  'erlang-c': {
    needs: rates,
    may: [],
    texts: [],
    answer(numbers) {
      const { stable, pWait, Lq, Wq, L, W, p0 } = erlangC(numbers);
      return { measures: { pWait, Lq, Wq, L, W, p0 }, ...(stable ? {} : { remark: endless }) };
    },
  },
  'erlang-a': {
    needs: [...rates, 'theta'],
    may: [],
    texts: [],
    answer: (numbers) => withPatience(erlangA(numbers, numbers.theta)),
  },
  mmcg: { needs: rates, may: [], texts: ['patience'], answer: (numbers, { patience }) => withPatience(generalPatience(numbers, patience)) },
  transient: {
    needs: [...rates, 't'],
    may: ['start', 'waiting'],
    texts: [],
    answer(numbers) {
      const filled = fillingOffer(numbers);
      switch (filled.outcome) {
        case 'worked-out':
          return { measures: { mean: filled.mean, p: filled.p } };
        case 'start-above-room':
          return { sentence: `--start ${numbers.start} is more than there is room for: ${filled.room}.` };
        case 'too-much-work':
          return tooLarge(filled);
      }
    },
  },
  setup: {
    needs: [...rates, 'alpha'],
    may: [],
    texts: [],
    answer(numbers) {
      const opened = openingServers(numbers);
      if (opened.outcome === 'too-many-servers')
        return { sentence: `--servers ${numbers.servers} is more than this method takes: at most ${opened.most}.` };
      const { stable, W, L, busy, setup } = opened;
      return { measures: { W, L, busy, setup }, ...(stable ? {} : { remark: endless }) };
    },
  },
  flexible: {
    needs: [...rates, 'flexible', 'alpha', 'close-free'],
    may: ['open-waiting', 'open-free', 'delta', 'waiting', 'theta', 't'],
    texts: [],
    answer(numbers, _, given) {
      const [byWaiting, byFree] = [given['open-waiting'], given['open-free']];
      if ((byWaiting === undefined) === (byFree === undefined))
        return { sentence: 'One of --open-waiting and --open-free must be given, and not both.' };
      if (byWaiting !== undefined && numbers.flexible > 0 && (given.waiting ?? 0) === 0)
        return { sentence: 'With --open-waiting nothing opens unless somebody can wait: give --waiting, the most who wait at a time.' };
      if (byFree !== undefined && byFree + 1 >= numbers['close-free'])
        return { sentence: '--close-free must be above --open-free + 1, or the place that has just opened would close.' };
      const unit: FlexibleUnit = {
        ...numbers,
        openWhen: byFree === undefined ? { waiting: byWaiting ?? 1 } : { freeAtMost: byFree },
        closeAtFree: numbers['close-free'],
        delta: given.delta ?? null,
      };
      const worked = given.t === undefined ? flexibleUnit(unit) : flexibleUnitAt(unit, given.t);
      switch (worked.outcome) {
        case 'worked-out':
          return 'until' in worked
            ? {
                measures: {
                  ...flexibleMeasures(worked.at),
                  shareOpenUntil: worked.until.shareOpen,
                  openingsUntil: worked.until.openings * numbers.t,
                },
              }
            : { measures: flexibleMeasures(worked) };
        case 'too-many-states':
          return { sentence: `That has more than the ${worked.most} states that this method takes.` };
        case 'too-much-work':
          return tooLarge(worked);
      }
    },
  },
  overflow: {
    needs: ['mu'],
    may: ['t'],
    texts: ['places', 'streams'],
    answer({ mu }, { places, streams }, { t }) {
      const system: OverflowSystem = { mu, places, streams };
      const worked = t === undefined ? overflowChain(system) : overflowFilling(system, t);
      switch (worked.outcome) {
        case 'worked-out': {
          const { outcome: _, ...measures } = worked;
          return { measures };
        }
        case 'too-many-states':
          return { sentence: `That has ${worked.states} states, which is more than this method takes.` };
        case 'too-much-work':
          return tooLarge(worked);
        case 'not-settled':
          return { sentence: 'The chain did not settle, so nothing is said.' };
      }
    },
  },
  volume: {
    needs: [],
    may: ['mean', 'probability', 'demand', 'least', 'years', 'dispersion'],
    texts: [],
    answer(_, __, { mean, probability, demand, least = 3, years = 1, dispersion = null }) {
      const criterion = { least, years, dispersion };
      if (mean === undefined && probability === undefined) return { sentence: 'One of --mean and --probability must be given.' };
      if (demand !== undefined && probability === undefined)
        return { sentence: '--demand needs --probability: how surely each unit meets the criterion.' };
      return {
        measures: {
          ...(mean === undefined ? {} : { probability: probabilityOfVolume(mean, criterion) }),
          ...(probability === undefined ? {} : { mean: meanNeeded(probability, criterion) }),
          ...(probability === undefined || demand === undefined ? {} : { units: unitsSustained(demand, probability, criterion) }),
        },
      };
    },
  },
};

function tooLarge({ states, jumps }: { readonly states: number; readonly jumps: number }): Wrong {
  return { sentence: `That is too large to be worked out step by step: ${states} states and about ${jumps.toPrecision(3)} events.` };
}

function flexibleMeasures({
  inHouse,
  waiting,
  turnedAway,
  pWait,
  givingUp,
  open,
  opening,
  shareOpen,
  openings,
  openShares,
}: FlexibleMeasures): Answer['measures'] {
  return { inHouse, waiting, turnedAway, pWait, givingUp, open, opening, shareOpen, openings, p: openShares };
}

function withPatience({ pWait, pAbandon, Wq, Lq, utilisation }: PatienceMeasures): Answer {
  return { measures: { pWait, pAbandon, Wq, Lq, utilisation }, ...(Number.isFinite(Wq) ? {} : { remark: endless }) };
}
