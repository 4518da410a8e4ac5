/** Tests of what comes after a release make one in one go: solved, and entered if all is still as it was. */
import type { ReleaseWork } from '../src/domain/disclosure/release-work.ts';
import type { Permit } from '../src/domain/trail.ts';
import type { Database } from '../src/store/database.ts';
import { type MakeRelease, type Releasing, solveMunicipalTable } from '../src/store/release.ts';
import { enterWhenSame, type NotEntered } from '../src/store/release-enter.ts';

export function releaseTable(db: Database, permit: Permit, make: MakeRelease, work: ReleaseWork): Promise<Releasing | NotEntered> {
  return enterWhenSame(db, permit, make.call, solveMunicipalTable(make, work));
}
