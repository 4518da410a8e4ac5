/** A table of pathway costs as a form sends it: its name, source and terms, and the lines from a file or pasted. */
import { readDelimited } from '../../domain/estimation/delimited-text.ts';
import { costLines } from '../../domain/planning/costs/cost-lines.ts';
import type { PathwayCostTable } from '../../domain/planning/costs/pathway-costs.ts';
import type { Fields } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import type { UploadedFile } from '../upload.ts';
import { costsTexts } from './texts.ts';
import { numberIn, percentIn } from './written.ts';

/** The fields of the form by their names in it. */
export const costFormFields = ['titel', 'kilde', 'valuta', 'prisaar', 'rente', 'alder', 'tabel'] as const;
export type CostFormFields = Readonly<Record<(typeof costFormFields)[number], string>>;

export type ReadCostForm =
  | { readonly outcome: 'read'; readonly title: string; readonly source: string; readonly table: PathwayCostTable }
  | { readonly outcome: 'refused'; readonly errors: FieldErrors; readonly faults: readonly string[] };

/** Faults of the table that are named at most; the others are counted. */
const mostFaults = 20;

export function readCostForm(fields: Fields, file: UploadedFile | null, language: Language): ReadCostForm {
  const say = costsTexts(language);
  const [title, source, currency] = [fields.text('titel'), fields.text('kilde'), fields.text('valuta')];
  const priceYear = /^\d{4}$/.test(fields.text('prisaar')) ? Number(fields.text('prisaar')) : null;
  const discountRate = percentIn(fields.text('rente'));
  const isRate = discountRate !== null && discountRate >= 0 && discountRate <= 1;
  const at = fields.text('alder') === '' ? null : numberIn(fields.text('alder'));
  const errors: Record<string, string> = {
    ...(title === '' ? { titel: say('fault.title') } : {}),
    ...(source === '' ? { kilde: say('fault.source') } : {}),
    ...(currency === '' ? { valuta: say('fault.currency') } : {}),
    ...(priceYear === null ? { prisaar: say('fault.priceYear') } : {}),
    ...(isRate ? {} : { rente: say('fault.rate') }),
    ...(fields.text('alder') !== '' && at === null ? { alder: say('fault.at') } : {}),
  };
  const text = file ? textOf(file.bytes) : fields.text('tabel');
  const where = file ? 'fil' : 'tabel';
  if (text === null) errors[where] = say('fault.encoding');
  // A table with a head alone is empty on purpose; a file with nothing in it is a mistake.
  else if (text.replace('\uFEFF', '').trim() === '') errors[where] = say(file ? 'fault.emptyFile' : 'fault.none');
  const read = linesIn(text ?? '', language);
  if ('faults' in read)
    errors[where] = (read.count > 1 ? say('fault.several', { count: read.count }) : read.faults[0]) ?? say('fault.none');
  if (Object.keys(errors).length > 0 || 'faults' in read || priceYear === null || discountRate === null)
    return { outcome: 'refused', errors, faults: 'faults' in read ? read.faults : [] };
  return { outcome: 'read', title, source, table: { currency, priceYear, discountRate, at, lines: read.lines } };
}

/** How many faults there are, and those that are named. */
type Faults = { readonly faults: readonly string[]; readonly count: number };

function linesIn(text: string, language: Language): Pick<PathwayCostTable, 'lines'> | Faults {
  const say = costsTexts(language);
  const delimited = readDelimited(text);
  if ('problem' in delimited) {
    const { code, about, line, column } = delimited.problem;
    const what = say(code === 'open-quote' ? 'problem.open-quote' : 'problem.after-quote', about);
    return { faults: [say('place', { line, column, what })], count: 1 };
  }
  const read = costLines(delimited.rows);
  if (read.outcome === 'read') return { lines: read.lines };
  const named = read.problems
    .slice(0, mostFaults)
    .map(({ line, column, code, about }) => say('place', { line, column, what: say(`problem.${code}`, about) }));
  const others = read.problems.length - named.length;
  return { faults: others > 0 ? [...named, say('more', { count: others })] : named, count: read.problems.length };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
