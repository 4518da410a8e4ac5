/** JSON text whose every value remembers where it stands, so that an error can say file, line and column. */

export type JsonText = {
  readonly file: string;
  readonly value: unknown;
  /** `FILE:LINE:COLUMN` of a field such as `sites[0].places`, or of the nearest one around it that is there. */
  where(field: string): string;
};
/** What is wrong with a text, in one sentence that begins with file, line and column. */
export type JsonProblem = { readonly problem: string };

/** One JSON value. A field that stands twice in an object is refused: one of the two would be passed over. */
export function readJsonText(file: string, text: string): JsonText | JsonProblem {
  const scanned = scan(text);
  const at = (offset: number): string => {
    const before = text.slice(0, offset).split('\n');
    return `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  };
  if (scanned.fault !== null) return { problem: `${at(scanned.fault.offset)}: ${scanned.fault.what}.` };
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

type Fault = { readonly offset: number; readonly what: string };
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
  const fault = (what: string): Fault => ({ offset, what: offset >= text.length ? 'the file ends in the middle' : what });

  const value = (name: string, depth: number): Fault | null => {
    taken(space);
    offsets.set(name, offset);
    if (depth > mostDeep) return fault('it is nested too deeply');
    if (isNext('{')) return isNext('}') ? null : fields(name, depth);
    if (isNext('[')) return isNext(']') ? null : items(name, depth);
    return (taken(string) ?? taken(scalar)) === null ? fault('there is no value that JSON knows') : null;
  };
  const fields = (name: string, depth: number): Fault | null => {
    const seen = new Set<string>();
    for (;;) {
      taken(space);
      const begins = offset;
      const quoted = taken(string);
      if (quoted === null) return fault('a field must have its name in double quotes');
      const key = JSON.parse(quoted) as string;
      if (seen.size === seen.add(key).size) return { offset: begins, what: `the field «${key}» stands twice` };
      if (!isNext(':')) return fault('a «:» is missing');
      const wrong = value(name === '' ? key : `${name}.${key}`, depth + 1);
      if (wrong) return wrong;
      if (isNext('}')) return null;
      if (!isNext(',')) return fault('a «,» or «}» is missing');
    }
  };
  const items = (name: string, depth: number): Fault | null => {
    for (let index = 0; ; index += 1) {
      const wrong = value(`${name}[${index}]`, depth + 1);
      if (wrong) return wrong;
      if (isNext(']')) return null;
      if (!isNext(',')) return fault('a «,» or «]» is missing');
    }
  };

  const wrong = value('', 0);
  if (wrong) return { offsets, fault: wrong };
  taken(space);
  return { offsets, fault: offset < text.length ? { offset, what: 'something stands after the end' } : null };
}
