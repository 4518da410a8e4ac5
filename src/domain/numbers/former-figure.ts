/** A figure of a document that an old link asks for and that is not in force any more: since when, why, and what stands in its place. */
import type { Moment } from '../time.ts';
import { type DocumentVersion, estimatesIn } from './published-document.ts';
import { differingColumns, type PublishedEstimate } from './published-estimate.ts';

export type FormerFigure = {
  /** As it was last written. */
  readonly estimate: PublishedEstimate;
  readonly document: string;
  readonly title: string;
  readonly since: Moment;
  readonly because: string;
  /** The whole document was withdrawn, and not the figure alone. */
  readonly isWholeDocument: boolean;
};

/** The document that the id of one of its figures names; null for any other id. */
export function documentOfFigure(id: string): string | null {
  return /^dokument-(.+)-\d+$/.exec(id)?.[1] ?? null;
}

/** How a figure left its document, from all the document's versions; null where it is in force still, or never was. */
export function formerFigure(id: string, versions: readonly DocumentVersion[]): FormerFigure | null {
  const inOrder = versions.toSorted((a, b) => a.version - b.version);
  const said = inOrder.map((version) => ({
    version,
    estimate: version.withdrawn ? undefined : estimatesIn([version]).find((one) => one.id === id),
  }));
  const last = said.findLastIndex(({ estimate }) => estimate !== undefined);
  const [estimate, gone] = [said[last]?.estimate, said[last + 1]?.version];
  if (!estimate || !gone) return null;
  const { recorded, because, withdrawn, title, id: document } = gone;
  return { estimate, document, title, since: recorded, because, isWholeDocument: withdrawn };
}

/** The numbers in force that say the same of the same years: what a reader of the old one may take instead. */
export function inPlaceOf(former: PublishedEstimate, inForce: readonly PublishedEstimate[]): readonly PublishedEstimate[] {
  return inForce.filter((one) => one.year === former.year && differingColumns(one, former).length === 0);
}
