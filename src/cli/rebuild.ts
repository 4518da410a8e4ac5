/** `samlob rebuild --check`: works the read tables out again from the facts and says what differs. Without `--check` it also mends. */
import { rebuildFigures } from '../store/figure-rebuild.ts';
import { rebuildPathways } from '../store/pathway-rebuild.ts';
import { rebuildSupply } from '../store/supply-rebuild.ts';
import { type Command, exitCodes } from './command.ts';
import { readOptions } from './words.ts';

export const usage = 'samlob rebuild [--check] [--json]';

export const rebuild: Command = async (words, context) => {
  const read = readOptions(words, { options: { check: { type: 'boolean' }, json: { type: 'boolean' } }, needed: [], usage });
  if (typeof read === 'string') {
    context.say(read);
    return exitCodes.usage;
  }
  const options = read.values;
  const owner = await context.maintenance();
  if (!owner) return exitCodes.noDatabase;

  const repair = options.check !== true;
  const { checked, differences } = await rebuildPathways(owner, { repair });
  const supply = await rebuildSupply(owner, { repair });
  const figures = await rebuildFigures(owner, { repair });
  if (options.json) context.write(`${JSON.stringify({ checked, differences, supply, figures }, null, 2)}\n`);
  else {
    context.write(`${checked} pathways checked, ${differences.length} differences\n`);
    for (const { pathway, column } of differences) context.write(`  ${pathway}: ${column}\n`);
    context.write(`${supply.checked} units checked, ${supply.differences.length} differences\n`);
    for (const { unit, part } of supply.differences) context.write(`  ${unit}: ${part}\n`);
    context.write(`${figures.definitions} figures checked over ${figures.checked} pathways, ${figures.differences.length} differences\n`);
    for (const { kind, id } of figures.differences) context.write(`  ${kind} of ${id}\n`);
  }
  const found = differences.length + supply.differences.length + figures.differences.length;
  return options.check && found > 0 ? exitCodes.failedCheck : exitCodes.done;
};
