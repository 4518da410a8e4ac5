/**
 * What a new release opens of earlier ones (da: tidligere udgivelser, der røbes): a table can keep all its own counts and still be the piece that
 * was missing to work out one that was hidden before.
 */
import type { Solver } from '../linear-problem.ts';
import type { Attacker, PublishedTable } from './attackers.ts';
import { keyOf } from './beside.ts';
import { namesOf } from './count-table.ts';
import { type EarlierRelease, joinReleases } from './ledger.ts';
import { auditRelease, type OnProgress, type Opened } from './release-audit.ts';
import type { Terms } from './terms.ts';

/** A table that is to be published, of the matter of the earlier ones. */
export type NewRelease = { readonly matter: string; readonly table: PublishedTable; readonly terms: Terms };

/**
 * The cells of an earlier release that are opened together with the new one, and were not before. `undecided` was not worked out: in time, or
 * at all, because the work was stopped or no counts agree with all the releases.
 */
export type EarlierOpened = { readonly release: EarlierRelease; readonly opened: readonly Opened[]; readonly undecided: readonly number[] };

/**
 * Attacks each earlier release with all the others and the new one. Cells that stand in the new one too are told there. An insider is taken to
 * know what all know who have read the legend: who is alone in a cell of an earlier table, its own counts would have to tell.
 * `onProgress` is told of the earlier releases, one by one.
 */
export function openedOfEarlier(
  attacker: Attacker,
  fresh: NewRelease,
  releases: readonly EarlierRelease[],
  solver: Solver,
  onProgress: OnProgress,
): readonly EarlierOpened[] {
  const reader = attacker === 'plain' ? 'plain' : 'rule-aware';
  const { matter, table } = fresh;
  const own = new Set(Array.from({ length: table.layout.size }, (_, cell) => keyOf(namesOf(table.layout, cell))));
  const ofMatter = releases.filter((release) => release.matter === matter);
  return ofMatter.flatMap((release, index) => {
    const { layout, published } = release.table;
    const others = ofMatter.filter((other) => other !== release);
    const hidden = published.flatMap((value, cell) => (value === null || release.terms.rounding ? [cell] : []));
    const targets = hidden.filter((cell) => !own.has(keyOf(namesOf(layout, cell))));
    const attacked = (beside: readonly EarlierRelease[], asked: readonly number[]) => {
      const earlier = joinReleases({ layout, matter }, beside, reader);
      const request = { table: release.table, terms: release.terms, truth: null, earlier, targets: asked, everyEnd: false };
      if (onProgress(index, ofMatter.length) === 'stop') return unknown(asked);
      const audit = auditRelease(reader, request, solver, () => onProgress(index, ofMatter.length));
      return audit.outcome === 'audited' ? audit : unknown(asked);
    };
    const { opened, undecided } = attacked([...others, { id: 'new', ...fresh }], targets);
    const before =
      opened.length === 0
        ? []
        : attacked(
            others,
            opened.map(({ cell }) => cell),
          ).opened;
    const news = opened.filter(({ cell, low, high }) => !before.some((one) => one.cell === cell && one.low === low && one.high === high));
    return news.length + undecided.length === 0 ? [] : [{ release, opened: news, undecided }];
  });
}

/** Of what was not audited nothing is known: it may all be open. */
function unknown(asked: readonly number[]): Pick<EarlierOpened, 'opened' | 'undecided'> {
  return { opened: [], undecided: asked };
}
