/** Reads the answers of a form one by one and collects a sentence for each that is wrong. */
import { addMinutes, danishDayAndTime, type Day, type Moment, startOfDanishDay } from '../../domain/time.ts';
import { dayIn, type Fields } from '../form.ts';
import type { Language } from '../ui/language.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { formTexts } from './form-texts.ts';

type Sentence = Extract<Parameters<ReturnType<typeof formTexts>>[0], `error.${string}`>;

export type Reader = {
  /** Text that must be there. */
  text(name: string, sentence: Sentence, values?: Readonly<Record<string, string | number>>): string;
  optional(name: string): string;
  /** One of the choices; null, and a sentence, when none was chosen. */
  choice<Choice extends string>(
    name: string,
    choices: readonly Choice[],
    sentence?: Sentence,
    values?: Readonly<Record<string, string | number>>,
  ): Choice | null;
  day(name: string, sentence?: Sentence): Day | null;
  /** A day that is not after today. */
  pastDay(name: string, today: Day, sentence?: Sentence): Day | null;
  /** A moment from a day and a clock as they are in Denmark. */
  moment(dayName: string, timeName: string, now: Moment): Moment | null;
  refuse(name: string, sentence: Sentence, values?: Readonly<Record<string, string | number>>): null;
  /** As `refuse`, with a sentence that is no text of these forms. */
  refuseAs(name: string, sentence: string): void;
  errors(): FieldErrors;
};

export function readerOf(fields: Fields, language: Language): Reader {
  const say = formTexts(language);
  const errors: Record<string, string> = {};
  const refuse = (name: string, sentence: Sentence, values?: Readonly<Record<string, string | number>>): null => {
    errors[name] ??= say(sentence, values);
    return null;
  };
  const refuseAs = (name: string, sentence: string): void => void (errors[name] ??= sentence);
  const day: Reader['day'] = (name, sentence = 'error.day') => dayIn(fields, name) ?? refuse(name, sentence);
  return {
    text(name, sentence, values) {
      const text = fields.text(name);
      if (text === '') refuse(name, sentence, values);
      return text;
    },
    optional: (name) => fields.text(name),
    choice(name, choices, sentence = 'error.choose', values) {
      const sent = fields.text(name);
      return choices.find((choice) => choice === sent) ?? refuse(name, sentence, values);
    },
    day,
    pastDay(name, today, sentence) {
      const read = day(name, sentence);
      return read !== null && read > today ? refuse(name, 'error.future') : read;
    },
    moment(dayName, timeName, now) {
      const read = day(dayName);
      const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(fields.text(timeName));
      if (time === null) return refuse(timeName, 'error.time');
      if (read === null) return null;
      const at = danishMoment(read, Number(time[1]), Number(time[2]));
      if (at === null) return refuse(timeName, 'error.time');
      return at > now ? refuse(dayName, 'error.future') : at;
    },
    refuse,
    refuseAs,
    errors: () => errors,
  };
}

/** The moment of a clock in Denmark, also on the days when it is changed; null for the hour that is skipped in March. */
function danishMoment(date: Day, hours: number, minutes: number): Moment | null {
  const written = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  const near = addMinutes(startOfDanishDay(date), hours * 60 + minutes);
  return (
    [0, -60, 60]
      .map((shift) => addMinutes(near, shift))
      .find((at) => danishDayAndTime(at).day === date && danishDayAndTime(at).time === written) ?? null
  );
}
