/** What is asked for on the page of releases, as fields of a form and as an address that fills them in. */
import { createHash } from 'node:crypto';
import { finestCut, type JobChoices, placeCuts, treatmentCuts, yearCuts } from '../../domain/call/table-cut.ts';
import { zeroRules } from '../../domain/disclosure/terms.ts';
import type { Id } from '../../domain/id.ts';
import { releasesAddress } from './texts.ts';

/** What can be asked for. Hiding the small counts alone is asked for to be shown why that is not enough: the attack opens it. */
export const pageMethods = ['rounding', 'suppression', 'primary-only', 'report'] as const;

/** The fields that a form has; what is missing is the usual. Null where one says something that there is not. */
export function choicesOf(field: (name: string) => string): JobChoices | null {
  const one = <T extends string>(known: readonly T[], name: string, usual: T): T | null => {
    const said = field(name);
    return said === '' ? usual : (known.find((word) => word === said) ?? null);
  };
  const method = pageMethods.find((known) => known === field('maade'));
  if (!method) return null;
  if (method === 'report') return { method, zeros: 'hide', cut: finestCut };
  const zeros = zeroRules.find((known) => known === field('nuller'));
  const places = one(placeCuts, 'sted', finestCut.places);
  const years = one(yearCuts, 'aar', finestCut.years);
  const treatments = one(treatmentCuts, 'behandling', finestCut.treatments);
  return zeros && places && years && treatments ? { method, zeros, cut: { places, years, treatments } } : null;
}

/** The same choices as fields. */
export function fieldsFor(call: Id<'call'>, { method, zeros, cut }: JobChoices): Readonly<Record<string, string>> {
  if (method === 'report') return { udmelding: call, maade: method };
  return { udmelding: call, maade: method, nuller: zeros, sted: cut.places, aar: cut.years, behandling: cut.treatments };
}

/** The same choices as one word: the same word asks for the same. */
export function inOneWord(call: Id<'call'>, { method, zeros, cut }: JobChoices): string {
  return `${call}.${method}.${zeros}.${cut.places}.${cut.years}.${cut.treatments}`;
}

/**
 * The id of the work that a form asks for, as short as an address must be however long the call's id is: a form that is sent again asks for the
 * same work, with other choices for another. The choices stand with the work.
 */
export function jobIdOf(formKey: string, choices: string): string {
  return createHash('sha256').update(`${formKey}.${choices}`).digest('hex').slice(0, 32);
}

/** The page with its form filled in so. */
export function formAddress(call: Id<'call'>, choices: JobChoices): string {
  return `${releasesAddress}?${new URLSearchParams(fieldsFor(call, choices)).toString()}#udgiv`;
}
