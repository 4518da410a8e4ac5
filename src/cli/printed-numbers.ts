/** What `samlob release` says of the numbers that others have printed already. */
import { codesInWords } from '../domain/call/attacked-cell.ts';
import { type CallPackage, matterOf } from '../domain/call/package.ts';
import { printedElsewhere } from '../domain/disclosure/printed-elsewhere.ts';
import type { ReleasedTable } from '../domain/disclosure/publishable.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database } from '../store/database.ts';
import { releaseBackground } from '../store/release-background.ts';
import type { CommandContext } from './command.ts';

/** Which numbers anybody can work out, because others have printed them: the test leaves them out, and so must no sentence of it. */
export async function sayPrinted(
  db: Database,
  permit: Permit,
  call: CallPackage,
  { table, terms, beside }: Pick<ReleasedTable, 'table' | 'terms' | 'beside'>,
  context: CommandContext,
): Promise<void> {
  const { all, known } = await releaseBackground(db, permit, call);
  const one = {
    id: String(Math.max(0, ...all.map(({ id }) => Number(id))) + 1),
    release: { matter: matterOf(call), table, terms, beside },
  };
  const { cells, sources, releases } = printedElsewhere(one, all, known);
  if (cells.length === 0) return;
  const where = [...sources, ...releases.map((id) => `release ${id}`)].join('; ') || 'the table itself';
  const what = cells.length === 1 ? 'number is' : 'numbers are';
  context.say(
    `${cells.length} ${terms.rounding ? 'rounded' : 'hidden'} ${what} no secret, and left out of the test: printed, or following from what is printed, in ${where}: ${cells.map(codesInWords).join('; ')}.`,
  );
}
