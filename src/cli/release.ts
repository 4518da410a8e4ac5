/** `samlob release --call ID --method …`: the call's table by municipality, through the audit and into the ledger, or the reason why not. */
import { parseArgs } from 'node:util';
import { decide } from '../access/decide.ts';
import { releaseHere } from '../compute/release.ts';
import { callPackage, callPackages } from '../domain/call/packages.ts';
import { type CountTable, namesOf } from '../domain/disclosure/count-table.ts';
import { type Refusal, releaseMethods } from '../domain/disclosure/release.ts';
import { releaseMunicipalTable } from '../store/release.ts';
import { type Command, exitCodes } from './command.ts';
import { written } from './count-file.ts';
import { operator } from './operator.ts';
import { csvOf } from './protect.ts';
import { readTerms, termOptions, usual } from './protection-words.ts';

const usage = `samlob release --call ID --method ${releaseMethods.join('|')} [--threshold ${usual.threshold}] [--base ${usual.base}] [--zeros show|hide] [--protect exact|rule]
  [--time-limit S] [--json]. The same release is given again and never made anew; primary-only shows why hiding the small counts is not enough.`;

const { threshold, base, zeros, protect, json } = termOptions;
const options = {
  call: { type: 'string' },
  method: { type: 'string' },
  'time-limit': { type: 'string' },
  threshold,
  base,
  zeros,
  protect,
  json,
} as const;

export const release: Command = async (words, context) => {
  let given: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    given = parseArgs({ args: [...words], options }).values;
  } catch (error) {
    context.say(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return exitCodes.usage;
  }
  const method = releaseMethods.find((known) => known === given.method);
  const terms = readTerms(given);
  const limit = Number(given['time-limit'] ?? 30);
  if (given.call === undefined || !method || typeof terms === 'string' || !(limit > 0)) {
    context.say(typeof terms === 'string' ? terms : usage);
    return exitCodes.usage;
  }
  const call = callPackage(given.call);
  if (!call) {
    context.say(`There is no call «${given.call}». Known: ${callPackages.map(({ id }) => id).join(', ')}.`);
    return exitCodes.badInput;
  }
  const db = await context.database();
  if (!db) return exitCodes.noDatabase;
  const decision = decide(operator, 'release:make', context.now());
  if (decision.outcome === 'refused') throw new Error('the operator may release');
  const made = await releaseMunicipalTable(
    db,
    decision.permit,
    {
      call,
      method,
      terms: { threshold: terms.threshold, zeros: terms.zeros, protect: terms.protect },
      base: terms.base ?? usual.base,
      seconds: limit,
    },
    releaseHere(),
  );
  switch (made.outcome) {
    case 'released': {
      const { layout, published } = made.release.table;
      if (made.insteadOf) {
        context.say(`Refused as it would be by itself: ${refusalSentence(made.insteadOf, made.table)}`);
        context.say('It is therefore made around what has been printed: those numbers stay printed, and others are hidden.');
      }
      context.say(made.isNew ? 'Released, and entered in the ledger.' : 'Released before: this is the table in the ledger.');
      const cells = published.map((value, cell) => ({ dims: namesOf(layout, cell), published: value ?? { suppressed: true } }));
      context.write(
        given.json ? `${JSON.stringify({ cells, terms: made.release.terms, isNew: made.isNew })}\n` : csvOf(made.release.table),
      );
      return exitCodes.done;
    }
    case 'refused':
      context.say(`Refused: ${refusalSentence(made.why, made.table)}`);
      return exitCodes.failedCheck;
    case 'not-reported':
      context.say(`${call.id} is not reported yet: its answers can still change, and nothing is released.`);
      return exitCodes.failedCheck;
    case 'not-there':
      context.say(`The database holds no call ${call.id}.`);
      return exitCodes.badInput;
    case 'ledger-changed':
      context.say('Something else was released each time this one was worked out. Nothing is entered; try again.');
      return exitCodes.failedCheck;
    case 'stopped':
      context.say('No release was found in the time given.');
      return exitCodes.failedCheck;
  }
};

/** Which cell, and by which attack: for the operator, who may know the numbers of all. */
export function refusalSentence(why: Refusal, { layout }: Pick<CountTable, 'layout'>): string {
  switch (why.reason) {
    case 'opened': {
      const { cell, low, high, insider } = why.opened;
      // The count itself is never said: a message is copied and sent on.
      const what = low === high ? 'exactly' : 'more closely than the rule allows';
      const who = insider === null ? `the ${why.attacker} attacker` : `the only woman in ${written(layout, insider)} (insider)`;
      const using = why.with.length > 0 ? `, using this table and release ${why.with.join(', ')} of the ledger` : '';
      return `${who} works out ${written(layout, cell)} ${what}${using}.`;
    }
    case 'printed-otherwise':
      return `${written(layout, why.cell)} was printed as ${why.before} in release ${why.release}, and would now be something else.`;
    case 'cannot-be-kept':
      return `no such table keeps ${written(layout, why.cell)} from the ${why.attacker} attacker. Try --zeros hide, or --method rounding.`;
    case 'contradicts-ledger':
      return 'no counts agree with both this table and the ledger: something has been corrected since. Corrections come with the next regular call.';
  }
}
