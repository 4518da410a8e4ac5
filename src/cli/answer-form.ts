/** The form in which a command writes its answer: lines for a person, JSON, or a table that a Danish Excel opens. */
import { type ExitCode, exitCodes } from './command.ts';

export type AnswerForm = 'lines' | 'json' | 'csv';

const known = ['csv', 'json'] as const;

/** Of `--format` and `--json`, which is short for `--format json`; or what is wrong with the two. */
export function readForm(
  { format, json }: { readonly format?: string | undefined; readonly json?: boolean | undefined },
  usage: string,
): AnswerForm | { readonly code: ExitCode; readonly sentence: string } {
  if (format === undefined) return json === true ? 'json' : 'lines';
  const form = known.find((each) => each === format);
  if (form === undefined)
    return { code: exitCodes.badInput, sentence: `--format must be ${known.join(' or ')}, and “${format}” is given.` };
  return json === true && form !== 'json'
    ? { code: exitCodes.usage, sentence: `--json and --format ${form} are two forms: one is written at a time.\n${usage}` }
    : form;
}
