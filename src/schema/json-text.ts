/** JSON text whose every value remembers where it stands, so that an error can say file, line and column. */

export type JsonText = {
  readonly file: string;
  readonly value: unknown;
  /** `FILE:LINE:COLUMN` of a field such as `sites[0].places`, or of the nearest one around it that is there. */
  where(field: string): string;
};
/** The words in English; what stands in braces comes from the problem. */
export const jsonProblemWords = {
  ends: 'the file ends in the middle',
  deep: 'it is nested too deeply',
  'no-value': 'there is no value that JSON knows',
  'no-name': 'a field must have its name in double quotes',
  twice: 'the field “{name}” stands twice',
  'no-colon': 'a “:” is missing',
  'no-comma': 'a “,” or “{close}” is missing',
  'after-end': 'something stands after the end',
} as const satisfies Readonly<Record<string, string>>;

export type JsonProblemCode = keyof typeof jsonProblemWords;

/** What is wrong with a text: `problem` is one sentence that begins with file, line and column, which `at` has alone. */
export type JsonProblem = {
  readonly problem: string;
  readonly at: string;
  readonly code: JsonProblemCode;
  readonly about: Readonly<Record<string, string>>;
};

/** One JSON value. A field that stands twice in an object is refused: one of the two would be passed over. */
export function readJsonText(file: string, text: string): JsonText | JsonProblem {
  const scanned = scan(text);
  const at = (offset: number): string => {
    const before = text.slice(0, offset).split('\n');
    return `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  };
  if (scanned.fault !== null) {
    const { offset, code, about = {} } = scanned.fault;
    const words = jsonProblemWords[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => about[name] ?? '');
    return { problem: `${at(offset)}: ${words}.`, at: at(offset), code, about };
  }
  return {
    file,
    value: JSON.parse(text) as unknown,
    where(field) {
      let name = field;
      while (name !== '') {
        const offset = scanned.offsets.get(name);
        if (offset !== undefined) return at(offset);
        const around = name.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, '');
        // A name that is not written as fields are has nothing around it but the whole.
        name = around === name ? '' : around;
      }
      return at(scanned.offsets.get('') ?? 0);
    },
  };
}

type Fault = { readonly offset: number } & Pick<JsonProblem, 'code'> & Partial<Pick<JsonProblem, 'about'>>;
type Scanned = { readonly offsets: ReadonlyMap<string, number>; readonly fault: Fault | null };

const mostDeep = 100;
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const space = /[ \t\r\n]*/y;

/** Walks through the text by the grammar of JSON (RFC 8259) and notes where each field begins. */
function scan(text: string): Scanned {
  const offsets = new Map<string, number>();
  let offset = 0;

  const taken = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) offset += found.length;
    return found ?? null;
  };
  const isNext = (mark: string): boolean => {
    taken(space);
    if (text[offset] !== mark) return false;
    offset += 1;
    return true;
  };
  const fault = (code: JsonProblemCode, about: JsonProblem['about'] = {}): Fault =>
    offset >= text.length ? { offset, code: 'ends' } : { offset, code, about };

  const value = (name: string, depth: number): Fault | null => {
    taken(space);
    offsets.set(name, offset);
    if (depth > mostDeep) return fault('deep');
    if (isNext('{')) return isNext('}') ? null : fields(name, depth);
    if (isNext('[')) return isNext(']') ? null : items(name, depth);
    return (taken(string) ?? taken(scalar)) === null ? fault('no-value') : null;
  };
  const fields = (name: string, depth: number): Fault | null => {
    const seen = new Set<string>();
    for (;;) {
      taken(space);
      const begins = offset;
      const quoted = taken(string);
      if (quoted === null) return fault('no-name');
      const key = JSON.parse(quoted) as string;
      if (seen.size === seen.add(key).size) return { offset: begins, code: 'twice', about: { name: key } };
      if (!isNext(':')) return fault('no-colon');
      const wrong = value(name === '' ? key : `${name}.${key}`, depth + 1);
      if (wrong) return wrong;
      if (isNext('}')) return null;
      if (!isNext(',')) return fault('no-comma', { close: '}' });
    }
  };
  const items = (name: string, depth: number): Fault | null => {
    for (let index = 0; ; index += 1) {
      const wrong = value(`${name}[${index}]`, depth + 1);
      if (wrong) return wrong;
      if (isNext(']')) return null;
      if (!isNext(',')) return fault('no-comma', { close: ']' });
    }
  };

  const wrong = value('', 0);
  if (wrong) return { offsets, fault: wrong };
  taken(space);
  return { offsets, fault: offset < text.length ? { offset, code: 'after-end' as const } : null };
}
