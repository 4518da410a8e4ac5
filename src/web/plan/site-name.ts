/** What a site is called. */
import { municipalities } from '../../domain/geography/municipalities.ts';

/** The name of the municipality, or the id itself. */
export function siteName(id: string): string {
  return municipalities.find((one) => one.id === id)?.name ?? id;
}
