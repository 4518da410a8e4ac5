/** Reads the words that were typed after a command: its options and its file, or the sentence that says which word is wrong. */
import { parseArgs } from 'node:util';

/** The options of a command: each takes a value, or stands alone; a `multiple` one can be given several times, and all its values count. */
export type KnownOptions = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;

export type OptionValues<Options extends KnownOptions> = {
  readonly [Name in keyof Options]?:
    | (Options[Name]['type'] extends 'boolean' ? boolean : Options[Name] extends { readonly multiple: true } ? readonly string[] : string)
    | undefined;
};

/** What a command can be told. `needed` are options that must be given; `usage` is said with every sentence. */
export type Wording<Options extends KnownOptions> = {
  readonly options: Options;
  readonly needed: readonly (keyof Options & string)[];
  readonly usage: string;
};

/** The values of the options and the one file that was named, or what is wrong. */
export function readFileAndOptions<Options extends KnownOptions>(
  words: readonly string[],
  wording: Wording<Options>,
): { readonly file: string; readonly values: OptionValues<Options> } | string {
  const read = readWords(words, wording);
  if (typeof read === 'string') return read;
  const [file, further] = read.others;
  if (file === undefined) return `No file is named.\n${wording.usage}`;
  if (further !== undefined) return `One file is read at a time: “${further}” is one too many.\n${wording.usage}`;
  return { file, values: read.values };
}

/** The values of the options of a command that reads no file, or what is wrong. */
export function readOptions<Options extends KnownOptions>(
  words: readonly string[],
  wording: Wording<Options>,
): { readonly values: OptionValues<Options> } | string {
  const read = readWords(words, wording);
  if (typeof read === 'string') return read;
  const [other] = read.others;
  return other === undefined ? { values: read.values } : `“${other}” is no option.\n${wording.usage}`;
}

/** A number of seconds above 0, or the sentence that says it is none. */
export function readSeconds(option: string, given: string | undefined, usual: number): number | string {
  if (given === undefined) return usual;
  return /^\d*\.?\d+$/.test(given) && Number(given) > 0 ? Number(given) : `--${option} is a number of seconds above 0, not “${given}”.`;
}

/** The values of the options and every other word, or what is wrong. */
export function readWords<Options extends KnownOptions>(
  words: readonly string[],
  { options, needed, usage }: Wording<Options>,
): { readonly others: readonly string[]; readonly values: OptionValues<Options> } | string {
  // What is wrong is said here, in the words of this house; the parser only cuts.
  const { tokens, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
  const values = new Map<string, string | boolean | readonly string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (known === undefined) return `There is no option “${token.rawName}”.\n${usage}`;
    if (known.type === 'boolean') {
      if (token.value !== undefined) return `${token.rawName} stands alone and takes no value.\n${usage}`;
      values.set(token.name, true);
      continue;
    }
    // «--method --json»: the next option is not the value of this one. «-1» is a value; any other that begins with «-» is given as --name=-x.
    const isMissing = token.value === undefined || token.value === '' || (!token.inlineValue && /^-[^\d.]/.test(token.value));
    if (isMissing) return `${token.rawName} is given without its value.\n${usage}`;
    const before = values.get(token.name);
    values.set(token.name, known.multiple === true ? [...(Array.isArray(before) ? before : []), token.value] : token.value);
  }
  const missing = needed.find((name) => !values.has(name));
  if (missing !== undefined) return `--${missing} is missing.\n${usage}`;
  return { others: positionals, values: Object.fromEntries(values) as OptionValues<Options> };
}
