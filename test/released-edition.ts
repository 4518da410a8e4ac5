/** The public edition by its own rule, as the ledger would hold it where nothing was released before: for tests of what is written from it. */
import { numbersOf } from '../src/domain/call/numbers.ts';
import { matterOf } from '../src/domain/call/package.ts';
import type { ReportRequest } from '../src/domain/call/report.ts';
import { proposeEdition } from '../src/domain/call/report-release.ts';
import { type Publishable, publishRelease, type ReleasedTable } from '../src/domain/disclosure/publishable.ts';

export function releasedEdition({ package: call, answers, asOf }: ReportRequest): Publishable<ReleasedTable> {
  const proposal = proposeEdition(numbersOf(call, answers, asOf));
  return publishRelease(matterOf(call), { outcome: 'released', ...proposal, attacks: [], insteadOf: null });
}
