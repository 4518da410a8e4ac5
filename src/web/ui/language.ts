/** Danish first, English second. A text that is missing in one language does not compile. */
import { type Formatters, IntlMessageFormat } from 'intl-messageformat';

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

type Values = Readonly<Record<string, string | number>>;
export type Say<Key extends string> = (key: Key, values?: Values) => string;

type Message = (values: Values) => string;

/** A text is read once for each language. */
const compiled: Readonly<Record<Language, Map<string, Message>>> = { da: new Map(), en: new Map() };

/**
 * A folder's texts in both languages. `catalogue({ hello: 'Hej {name}' }, { hello: 'Hello {name}' })('da')('hello', { name: 'Maja' })`.
 * The texts are ICU messages; a text without values is used as it stands.
 */
export function catalogue<const Danish extends Readonly<Record<string, string>>>(
  danish: Danish,
  english: { readonly [Key in keyof Danish]: string },
): (language: Language) => Say<Extract<keyof Danish, string>> {
  const byLanguage = { da: danish, en: english };
  return (language) => (key, values) => {
    const text = byLanguage[language][key] as string;
    if (!values) return text;
    let message = compiled[language].get(text);
    if (!message) {
      message = messageOf(text, language);
      compiled[language].set(text, message);
    }
    return message(values);
  };
}

/** Most texts have nothing but places for values: those are put together without asking how a language counts. */
function messageOf(text: string, language: Language): Message {
  const message = new IntlMessageFormat(text, language, undefined, { formatters });
  const inFull: Message = (values) => String(message.format(values));
  const parts = message.getAst().map((element) => {
    if (element.type === literal) return { words: element.value };
    return element.type === argument ? { name: element.value } : null;
  });
  if (parts.includes(null)) return inFull;
  return (values) => {
    let said = '';
    for (const part of parts) {
      if (part === null) continue;
      const words = 'words' in part ? part.words : values[part.name];
      // A value that is missing is a bug, and the whole road says which.
      if (words === undefined) return inFull(values);
      said += words;
    }
    return said;
  };
}

/** The kinds of elements of a message, as its parser numbers them. */
const [literal, argument] = [0, 1] as const;

/** What a language counts by is made once: the package's own way writes its question out as text for each word. */
const formatters: Formatters = {
  getNumberFormat: onceFor((locale, options: Intl.NumberFormatOptions | undefined) => new Intl.NumberFormat(locale, options)),
  getDateTimeFormat: onceFor((locale, options: Intl.DateTimeFormatOptions | undefined) => new Intl.DateTimeFormat(locale, options)),
  getPluralRules: onceFor((locale, options: Intl.PluralRulesOptions | undefined) => new Intl.PluralRules(locale, options)),
};

function onceFor<Options extends object, Format>(
  make: (locale: string | undefined, options: Options | undefined) => Format,
): (locale?: Intl.LocalesArgument, options?: Options) => Format {
  const made = new Map<string, Format>();
  return (locale, options) => {
    const name = `${String(locale)} ${options === undefined ? '' : JSON.stringify(options)}`;
    const known = made.get(name);
    if (known !== undefined) return known;
    const format = make(locale === undefined ? undefined : String(locale), options);
    made.set(name, format);
    return format;
  };
}
