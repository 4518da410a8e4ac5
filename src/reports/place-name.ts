/** The name of a place in files: a municipality, a region, the country, or nobody said which. */
import { municipality } from '../domain/geography/municipalities.ts';
import { parseRegion, regions } from '../domain/geography/regions.ts';
import { unknownPlace } from '../domain/numbers/tabulate.ts';

/** In Danish, as the country's places are called; a code that is none of them is given again. */
export function placeName(code: string): string {
  if (code === 'danmark') return 'Hele landet';
  if (code === unknownPlace) return 'Ukendt kommune';
  const region = parseRegion(code);
  return region ? regions[region].name : (municipality(code)?.name ?? code);
}
