/** A scenario from a file; what is wrong with it is said with file, line, column and field. */
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import { readScenario } from '../schema/scenario.ts';
import type { CommandContext } from './command.ts';
import { readJsonFile } from './json-file.ts';

/** `null` when it was refused. */
export async function readScenarioFile(file: string, context: Pick<CommandContext, 'say'>): Promise<Scenario | null> {
  const read = await readJsonFile(file);
  if ('problem' in read) {
    context.say(read.problem);
    return null;
  }
  const scenario = readScenario(read.value);
  if (scenario.outcome === 'read') return scenario.scenario;
  for (const { where, what } of scenario.faults) context.say(`${read.where(where)}: ${where} ${what}.`);
  return null;
}
