/** `samlob release --call ID --method …`: the call's table by municipality, through the audit and into the ledger, or the reason why not. */
import { decide } from '../access/decide.ts';
import { releaseHere } from '../compute/release.ts';
import { callPackage, callPackages } from '../domain/call/packages.ts';
import { type CountTable, namesOf } from '../domain/disclosure/count-table.ts';
import { type Refusal, type ReleaseMethod, releaseMethods } from '../domain/disclosure/refusal.ts';
import { releaseMunicipalTable } from '../store/release.ts';
import { type Command, exitCodes } from './command.ts';
import { written } from './count-file.ts';
import { operator } from './operator.ts';
import { csvOf } from './protect.ts';
import { readTerms, type ReadTerms, termOptions, usual } from './protection-words.ts';
import { readOptions, readSeconds } from './words.ts';

export const usage = `samlob release --call ID --method ${releaseMethods.join('|')} [--threshold ${usual.threshold}] [--base ${usual.base}] [--zeros show|hide] [--protect exact|rule]
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

/** A cheaper suppression is sought for so long, or a rounding. */
const usualSeconds = 30;

type Wanted = {
  readonly call: string;
  readonly method: ReleaseMethod;
  readonly terms: ReadTerms;
  readonly seconds: number;
  readonly json: boolean;
};

export const release: Command = async (words, context) => {
  const wanted = readWords(words);
  if (typeof wanted === 'string') {
    context.say(wanted);
    return exitCodes.usage;
  }
  const { method, terms, seconds } = wanted;
  const call = callPackage(wanted.call);
  if (!call) {
    context.say(`There is no call «${wanted.call}». Known: ${callPackages.map(({ id }) => id).join(', ')}.`);
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
      seconds,
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
        wanted.json ? `${JSON.stringify({ cells, terms: made.release.terms, isNew: made.isNew })}\n` : csvOf(made.release.table),
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

/** What was asked for, or the sentence that says what is wrong with it. */
function readWords(words: readonly string[]): Wanted | string {
  const read = readOptions(words, { options, needed: ['call', 'method'], usage });
  if (typeof read === 'string') return read;
  const { call: id = '', method: name = '', json: asJson = false, 'time-limit': limit } = read.values;
  const method = releaseMethods.find((known) => known === name);
  if (!method) return `There is no method «${name}».\n${usage}`;
  const terms = readTerms(read.values);
  if (typeof terms === 'string') return terms;
  const seconds = readSeconds('time-limit', limit, usualSeconds);
  return typeof seconds === 'string' ? seconds : { call: id, method, terms, seconds, json: asJson };
}

/** Which cell, and by which attack: for the operator, who may know the numbers of all. */
export function refusalSentence(why: Refusal, { layout }: Pick<CountTable, 'layout'>): string {
  switch (why.reason) {
    case 'opened': {
      const { cell, low, high, insider } = why.opened;
      // The count itself is never said: a message is copied and sent on.
      const what = low === high ? 'exactly' : 'more closely than the rule allows';
      const who = insider === null ? `the ${why.attacker} attacker` : `the only woman in ${written(layout, insider)} (insider)`;
      const using = why.with.length > 0 ? `, using this table and release ${why.with.join(', ')} of the ledger` : '';
      const knowing = why.knowing.length > 0 ? `, and what others have printed: ${why.knowing.join('; ')}` : '';
      return `${who} works out ${written(layout, cell)} ${what}${using}${knowing}.`;
    }
    case 'printed-otherwise':
      return `${written(layout, why.cell)} was printed as ${why.before} in release ${why.release}, and would now be something else.`;
    case 'cannot-be-kept':
      return `no such table keeps ${written(layout, why.cell)} from the ${why.attacker} attacker. Try --zeros hide, or --method rounding.`;
    case 'not-proven':
      return `whether the ${why.attacker} attacker works out ${written(layout, why.cell)} could not be proven in time. Try --method rounding.`;
    case 'contradicts-ledger':
      return 'no counts agree with both this table and the ledger: something has been corrected since. Corrections come with the next regular call.';
  }
}
