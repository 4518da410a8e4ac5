/**
 * How often the 95 % intervals of the hidden number hold a number that is known, where their assumptions hold and where they do not.
 * `SAMLOB_TABLES=1000 npm run bench coverage` draws more tables; chance begins at a fixed seed.
 */
import { drawsFrom } from '../src/domain/estimation/chance.ts';
import { estimateMethods, type EstimateRequest } from '../src/domain/estimation/estimate-request.ts';
import { estimateFrom } from '../src/domain/estimation/estimates.ts';
import { dependentShares, drawTable, holding, independentShares, mixedShares, type Shares } from '../test/known-number.ts';
import { table } from './table.ts';

const tables = Number(process.env['SAMLOB_TABLES'] ?? 100);
const persons = 1000;

type World = { readonly name: string; readonly shares: Shares; readonly hidden?: number; readonly says: string };
const worlds: readonly World[] = [
  {
    name: 'two lists, independent',
    shares: independentShares([0.3, 0.25]),
    says: 'The assumption holds: near 95 % for the methods of two lists; Chao’s and Zelterman’s are for chances that are alike, and miss more.',
  },
  {
    name: 'three lists, independent',
    shares: independentShares([0.3, 0.25, 0.2]),
    says: 'The assumption holds: near 95 % for independence; choosing a model and then using its own interval costs some, which drawing again gives back (best-bic-bootstrap).',
  },
  {
    name: 'three lists, two of them depend (odds × 3)',
    shares: dependentShares([0.3, 0.25, 0.2], 3),
    says: 'The assumption of independence is broken, and its intervals hold in next to no table. Models with the pair come near 95 % where the search finds it.',
  },
  {
    name: 'three lists, half of the persons four times as hard to find',
    shares: mixedShares([0.4, 0.35, 0.3], 4),
    says: 'No model is right, and the models’ intervals hold in few tables; those made for persons who differ (N, Chao) come nearer. This is why the answer is the range over the methods and never one interval.',
  },
  {
    name: 'three lists, independent, 70 % of everybody on each',
    shares: independentShares([0.7, 0.7, 0.7]),
    says: 'Most are seen, and how many are seen is what is not known. best-bic-bootstrap and the rows of coverage draw it and come near 95 %; stepwise-bca is as published, holds it fixed, and holds the number in far fewer tables, as its remark says.',
  },
  {
    name: 'three lists, independent, counts of 1–4 hidden',
    shares: independentShares([0.12, 0.1, 0.08]),
    hidden: 4,
    says: 'Hidden counts cost width and not coverage: the profile of the hidden cells keeps near 95 %, the span over all tables more. dga-open has a row only where the grid cuts something off, and its share is of those tables.',
  },
];

const request = (seed: number): EstimateRequest => ({
  methods: estimateMethods,
  p: 0.02,
  delta: null,
  grid: null,
  models: false,
  bootstrap: { replicates: 200, seed },
});

for (const { name, shares, hidden = 0, says } of worlds) {
  const draw = drawsFrom(1);
  const rows = holding(persons, tables, (at) => estimateFrom(drawTable(persons, shares, draw, hidden), request(at + 1)).methods);
  table(
    `${name}: ${persons} persons, ${tables} tables, the share of the 95 % intervals that hold them`,
    ['method', 'holds', '± (one standard error)', 'rows', 'no interval'],
    rows.map(({ method, held, tables: given, without }) => {
      const share = held / Math.max(1, given - without);
      const error = Math.sqrt((share * (1 - share)) / Math.max(1, given - without));
      return [method, `${(100 * share).toFixed(0)} %`, `${(100 * error).toFixed(0)}`, `${given}`, `${without}`];
    }),
  );
  console.log(says);
}
