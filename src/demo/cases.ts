/** The four stories of the demo: three are retold from documented cases, the fourth is invented. */
import type { Day } from '../domain/time.ts';
import type { CaseCast, DemoPathway } from './case-writer.ts';
import { maja } from './maja-case.ts';
import { karen, mille, tanja } from './retold-cases.ts';

/** The four stories, with every day counted from a base day that is «today». */
export function demoCases(base: Day, cast: CaseCast): readonly DemoPathway[] {
  return [tanja(base, cast), mille(base, cast), karen(base, cast), maja(base, cast)];
}
