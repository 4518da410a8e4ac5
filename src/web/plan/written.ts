/** Numbers and distributions as the planner writes them in a field, and as they are written back. */
import type { Distribution } from '../../domain/planning/simulation/distribution.ts';
import type { Language } from '../ui/language.ts';

/**
 * «0,8», «0.8», and thousands as they are written in Danish, «150 000», «1.500.000» and «150.000,50». Null for anything else, and for «150.000»: it can be
 * 150 with decimals, and a thousand times too little is never seen in an answer.
 */
export function numberIn(text: string): number | null {
  const trimmed = text.trim().replace('−', '-');
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(trimmed)) return null;
  const plain = withoutThousands(trimmed).replace(',', '.');
  return /^-?\d{1,12}(\.\d{1,12})?$/.test(plain) ? Number(plain) : null;
}

/** An amount of money: nobody writes one with three decimals, so that «150,000» is meant as thousands by some and is refused too. */
export function amountIn(text: string): number | null {
  return /^-?[1-9]\d{0,2},\d{3}$/.test(text.trim()) ? null : numberIn(text);
}

/** Only where the marks cannot be decimals: spaces, several dots, or dots before a comma. */
function withoutThousands(text: string): string {
  if (/^-?\d{1,3}([ \u00A0\u2009\u202F]\d{3})+([.,]\d+)?$/.test(text)) return text.replaceAll(/\s/g, '');
  return /^-?\d{1,3}((\.\d{3})+,\d+|(\.\d{3}){2,}(,\d+)?)$/.test(text) ? text.replaceAll('.', '') : text;
}

export function writtenNumber(value: number): string {
  return String(Number(value.toPrecision(12))).replace('.', ',');
}

/** «80» for 0.8. */
export function writtenPercent(share: number): string {
  return writtenNumber(share * 100);
}

export function percentIn(text: string): number | null {
  const value = numberIn(text.replace(/\s*%$/, ''));
  return value === null ? null : Number((value / 100).toPrecision(12));
}

/**
 * «12» (the same for everyone), «8–20» (evenly between), «8–20–36» (least, likeliest, most), «gennemsnit 12» (exponential), and as the file
 * has it from `{` on. Null for anything else.
 */
export function distributionIn(text: string): Distribution | null {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return fromFile(trimmed);
  const mean = /^(?:gennemsnit|mean)\s+(.+)$/i.exec(trimmed)?.[1];
  if (mean !== undefined) {
    const value = numberIn(mean);
    return value === null ? null : { exp: value };
  }
  const parts = trimmed.split(/\s*[–-]\s*/).map(numberIn);
  const [one, two, three] = parts;
  if (parts.some((part) => part === null) || one === undefined || one === null) return null;
  if (parts.length === 1) return one;
  if (parts.length === 2 && typeof two === 'number') return { uniform: [one, two] };
  return parts.length === 3 && typeof two === 'number' && typeof three === 'number' ? { triangular: [one, two, three] } : null;
}

/** How a mean is said in the language of the one who reads the form; both are read. */
const meanWords: Readonly<Record<Language, string>> = { da: 'gennemsnit', en: 'mean' };

export function writtenDistribution(distribution: Distribution, language: Language): string {
  if (typeof distribution === 'number') return writtenNumber(distribution);
  if ('exp' in distribution) return `${meanWords[language]} ${writtenNumber(distribution.exp)}`;
  if ('uniform' in distribution) return distribution.uniform.map(writtenNumber).join('–');
  if ('triangular' in distribution) return distribution.triangular.map(writtenNumber).join('–');
  return JSON.stringify(distribution);
}

/** What the file has is read with the whole scenario; here only that it is an object. */
function fromFile(text: string): Distribution | null {
  try {
    const value: unknown = JSON.parse(text);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the scenario that it is put in is read by its schema before it is used
    return typeof value === 'object' && value !== null ? (value as Distribution) : null;
  } catch {
    return null;
  }
}
