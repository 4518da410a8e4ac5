/**
 * How fast a simulation is, on one core: arrivals a second of two textbook queues beside SimPy in the same run, and the national model. Times are
 * those of the processor, all threads together: the machine may be busy with other things.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { needEstimates } from '../src/domain/planning/proposals/need-estimates.ts';
import { positions, positionScenario } from '../src/domain/planning/proposals/positions.ts';
import { erlangB } from '../src/domain/planning/queues/erlang-b.ts';
import { erlangC } from '../src/domain/planning/queues/erlang-c.ts';
import { municipalities } from '../src/domain/geography/municipalities.ts';
import { minutesByCar, municipalityLocation } from '../src/domain/geography/travel.ts';
import { chooseSites } from '../src/domain/planning/sites/choose-sites.ts';
import type { SiteAnswer } from '../src/domain/planning/sites/site-problem.ts';
import { type Effort, simulate } from '../src/domain/planning/simulation/run.ts';
import type { Scenario } from '../src/domain/planning/simulation/scenario.ts';
import { table } from './table.ts';

/** Arrivals of our runs, enough that making the code ready is a small part; and of SimPy's, for which fewer are the kinder measure: it slows down as they grow. */
const ours = 10_000_000;
const theirs = 100_000;
const years = 100;

const queue: Scenario = { years, arrivalsPerYear: 240, stayYears: { exp: 0.01 }, patience: 'endless', sites: [{ id: 'A', places: 3 }] };
const loss: Scenario = {
  years,
  arrivalsPerYear: 400,
  stayYears: { lognormal: { mean: 0.01, cv: 0.7 } },
  patience: 'none',
  sites: [{ id: 'A', places: 5 }],
};

type Run = { readonly seconds: number; readonly arrivals: number; readonly measure: (name: string) => number };

function run(scenario: Scenario, replications: number): Run {
  const effort: Effort = { seed: 1, replications, precision: null };
  simulate(scenario, { ...effort, replications: Math.ceil(replications / 10) }, () => 'go on');
  const before = process.cpuUsage();
  const { measures } = simulate(scenario, effort, () => 'go on');
  const { user, system } = process.cpuUsage(before);
  const measure = (name: string): number => measures.find((one) => one.name === name && one.site === null)?.mean ?? NaN;
  return { seconds: (user + system) / 1e6, arrivals: measure('arrivals-a-year') * scenario.years * replications, measure };
}

type SimPy = {
  readonly version: string;
  readonly queueSeconds: number;
  readonly wait: number;
  readonly lossSeconds: number;
  readonly lost: number;
};

function simPy(): SimPy | null {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { status, stdout } = spawnSync(python, [join('bench', 'simulate-simpy.py'), String(theirs)], { encoding: 'utf8' });
    if (status === 0) return JSON.parse(stdout) as SimPy;
  }
  return null;
}

/** Measured once on another day with a million arrivals of the same two queues, the highest of several runs; not run here. */
const stored = {
  ciw: { queue: 37_000, loss: 36_000 },
  simmer: { queue: 75_000, loss: 67_000 },
  simPy: { queue: 88_000, loss: null },
} as const;
/** What we want to reach: times as fast as each peer; seconds; milliseconds. */
const aims = { simPy: 65, ciw: 100, simmer: 50, ciwOfModel: 40, nationalSeconds: 6, sitesMilliseconds: 10 } as const;

const thousands = (value: number): string => `${Math.round(value / 1000).toLocaleString('en')},000`;
const times = (one: number, other: number, aim: number): string => `${Math.round(one / other)} × (aim ${aim} ×)`;

const [ourQueue, ourLoss] = [run(queue, Math.ceil(ours / (240 * years))), run(loss, Math.ceil(ours / (400 * years)))];
const peer = simPy();
const rows = (
  [
    ['M/M/3', 'queue', ourQueue, peer && theirs / peer.queueSeconds],
    ['M/G/5/5', 'loss', ourLoss, peer && theirs / peer.lossSeconds],
  ] as const
).map(([name, kind, { arrivals, seconds }, peerSpeed]) => {
  const speed = arrivals / seconds;
  return [
    name,
    thousands(speed),
    ...(peerSpeed === null ? ['not on this machine'] : [thousands(peerSpeed)]),
    peerSpeed === null && stored.simPy[kind] === null ? '-' : times(speed, peerSpeed ?? stored.simPy[kind] ?? NaN, aims.simPy),
    times(speed, stored.ciw[kind], aims.ciw),
    times(speed, stored.simmer[kind], aims.simmer),
  ];
});
table(
  'Simulation of plain queues, arrivals a second on one core',
  [
    'queue',
    'Samløb',
    ...(peer ? [`SimPy ${peer.version}`, 'beside it'] : ['SimPy', 'SimPy 3.0.8 (stored)']),
    'Ciw 3.2.7 (stored)',
    'simmer 4.4.7 (stored)',
  ],
  rows,
);
if (!peer) console.log('SimPy is not on this machine (Debian: python3-simpy), so its figure is a stored one, of another day and machine.');
const exactWait = erlangC({ lambda: 2.4, mu: 1, servers: 3 }).Wq;
console.log(
  `Waits, M/M/3: ${((ourQueue.measure('weeks-waited') * 7) / 365.25 / 0.01).toFixed(4)} (exact ${exactWait.toFixed(4)}${peer ? `; SimPy ${peer.wait.toFixed(4)}` : ''}). ` +
    `Lost, M/G/5/5: ${ourLoss.measure('share-turned-away').toFixed(5)} (exact ${erlangB(4, 5).toFixed(5)}${peer ? `; SimPy ${peer.lost.toFixed(5)}` : ''}).`,
);

const replications = 10_000;
const national = Object.values(needEstimates).map(({ from, to }) => {
  const demand = (from + to) / 2;
  const { seconds, arrivals, measure } = run(positionScenario(positions['municipalities-2025'], { demand, places: 8 }), replications);
  return [
    `${demand} a year`,
    `${seconds.toFixed(2)} s${demand === 90 ? ` (aim under ${aims.nationalSeconds} s)` : ''}`,
    thousands(arrivals / seconds),
    times(arrivals / seconds, stored.ciw.queue, aims.ciwOfModel),
    `${(100 * measure('share-admitted')).toFixed(1)} %`,
  ];
});
table(
  `The national model: ${replications} replications of ten years, 98 municipalities, five units with places that open by need, due dates, overflow`,
  ['demand', 'one core', 'arrivals a second', "Ciw's simpler queue (stored)", 'admitted'],
  national,
);

// The best five of 22 sites for 98 municipalities: the sites where most are born, women as births.
const births = municipalities.map((home) => home.births);
const places = municipalities.map(municipalityLocation);
const sites = [...places.keys()].toSorted((one, other) => (births[other] ?? 0) - (births[one] ?? 0)).slice(0, 22);
const minutes = places.map((home) => sites.flatMap((site) => (places[site] ? [minutesByCar(home, places[site])] : [])));
const choose = (): SiteAnswer =>
  chooseSites({ minutes, weights: births, open: 5, objective: 'median', within: 0, volume: { least: 0, most: Infinity } });
for (let warm = 0; warm < 50; warm += 1) choose();
const rounds = 100;
const before = process.cpuUsage();
let chosen = choose();
for (let round = 1; round < rounds; round += 1) chosen = choose();
const { user, system } = process.cpuUsage(before);
table(
  'The best five of 22 sites for 98 municipalities, proven',
  ['sites', 'minutes on average', 'one core'],
  [
    [
      chosen.outcome === 'chosen' && chosen.optimal
        ? chosen.open.map((site) => municipalities[sites[site] ?? 0]?.name ?? '').join(' ')
        : 'not proven',
      chosen.outcome === 'chosen' ? chosen.objective.toFixed(1) : '-',
      `${((user + system) / 1000 / rounds).toFixed(1)} ms (aim under ${aims.sitesMilliseconds} ms)`,
    ],
  ],
);
