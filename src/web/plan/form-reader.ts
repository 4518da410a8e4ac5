/** The fields of a scenario's form, read one at a time: what is written, whether it was left as it was, and what is wrong with it. */
import type { Distribution } from '../../domain/planning/simulation/distribution.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { languages } from '../ui/language.ts';
import { fieldsFrom } from './form-fields.ts';
import { distributionIn, numberIn, percentIn } from './written.ts';

/** What can be wrong with one field; what the numbers say together is found by the scenario's own rules. */
export type FieldProblem =
  | 'number'
  | 'percent'
  | 'share'
  | 'no-site'
  | 'distribution'
  | 'half'
  | 'reversed'
  | 'title'
  | 'place'
  | 'weights'
  | 'reach'
  | 'costs'
  | 'sites'
  | 'room';
export type FieldProblems = Readonly<Record<string, FieldProblem>>;

/** The fields as they were sent, read one at a time against the scenario that the form was opened with. */
export type Read = {
  readonly text: (name: string) => string;
  /** Whether the fields stand as the form was opened with them. */
  readonly isLeft: (...names: readonly string[]) => boolean;
  readonly say: (name: string, problem: FieldProblem) => null;
  /** Null and said where it is none; undefined where nothing is written. */
  readonly number: (name: string) => number | null | undefined;
  readonly percent: (name: string) => number | null | undefined;
  /** The same between 0 and 100 %. */
  readonly share: (name: string) => number | null | undefined;
  readonly distribution: (name: string) => Distribution | null | undefined;
};

export function reader(text: (name: string) => string, base: Scenario, problems: Record<string, FieldProblem>): Read {
  const opened = languages.map((language) => fieldsFrom(base, language));
  // A browser sends the lines of a text area with another ending than they were given.
  const plain = (written: string): string => written.replaceAll('\r\n', '\n').trim();
  const isLeft = (...names: readonly string[]): boolean =>
    names.every((name) => opened.some((fields) => plain(text(name)) === plain(fields[name] ?? '')));
  const say = (name: string, problem: FieldProblem): null => {
    problems[name] ??= problem;
    return null;
  };
  const as =
    <T>(from: (text: string) => T | null, problem: FieldProblem) =>
    (name: string): T | null | undefined => {
      const written = text(name);
      if (written === '') return undefined;
      // What was left as it was is kept, so that it need not be readable: a file may have more digits than a field.
      return from(written) ?? (isLeft(name) ? undefined : say(name, problem));
    };
  const percent = as(percentIn, 'percent');
  return {
    text,
    isLeft,
    say,
    number: as(numberIn, 'number'),
    percent,
    share: (name) => {
      const value = percent(name);
      return typeof value === 'number' && (value < 0 || value > 1) && !isLeft(name) ? say(name, 'share') : value;
    },
    distribution: as(distributionIn, 'distribution'),
  };
}

/** The lines that say something. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
