/** Danish first, English second. A text that is missing in one language does not compile. */
import { IntlMessageFormat } from 'intl-messageformat';

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

type Values = Readonly<Record<string, string | number>>;
export type Say<Key extends string> = (key: Key, values?: Values) => string;

const compiled = new Map<string, IntlMessageFormat>();

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
    const name = `${language}:${text}`;
    let message = compiled.get(name);
    if (!message) {
      message = new IntlMessageFormat(text, language);
      compiled.set(name, message);
    }
    return String(message.format(values));
  };
}
