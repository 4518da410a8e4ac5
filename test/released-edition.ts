/** The public edition by its own rule, as the ledger would hold it where nothing was released before: for tests of what is written from it. */
import { numbersOf } from '../src/domain/call/numbers.ts';
import { matterOf } from '../src/domain/call/package.ts';
import type { ReportRequest } from '../src/domain/call/report.ts';
import { proposeEdition } from '../src/domain/call/report-release.ts';
import { knownToEverybody } from '../src/domain/call/known-numbers.ts';
import { printedElsewhere } from '../src/domain/disclosure/printed-elsewhere.ts';
import {
  type Publishable,
  type PublishablePrinted,
  publishPrinted,
  publishRelease,
  type ReleasedTable,
} from '../src/domain/disclosure/publishable.ts';

export function releasedEdition({ package: call, answers, asOf }: ReportRequest): Publishable<ReleasedTable> {
  const proposal = proposeEdition(numbersOf(call, answers, asOf));
  return publishRelease(matterOf(call), { outcome: 'released', ...proposal, attacks: [], insteadOf: null });
}

/** What the documents of the call have printed of what such an edition hides, where nothing was released before. */
export function printedOf({ package: call }: Pick<ReportRequest, 'package'>, release: ReleasedTable): PublishablePrinted {
  return publishPrinted(printedElsewhere({ id: '1', release }, [], knownToEverybody(call)));
}
