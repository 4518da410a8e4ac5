/** Bookings one at a time, request by request, with what each of them costs the processors: the program, all its processes, and PostgreSQL. */
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from '../../src/demo/random.ts';
import { asId, type Id } from '../../src/domain/id.ts';
import { searchPath } from './drive.ts';
import { type Answer, faultIn, type Form, formIn, type From, get, post, tickAll } from './forms.ts';
import { type Work, workBetween } from './programs.ts';

/** One kind of request: what it cost altogether, so often, and the size of its pages in characters. */
export type Stage = { readonly what: string; readonly work: Work; readonly times: number; readonly characters: number };

/** Milliseconds after each request in which the processes read what it has changed: that is a part of what it costs. */
const settles = 40;

/** Half of the bookings are extended and released, half are confirmed and withdrawn. A request that goes otherwise ends its booking and is told. */
export async function bookingInStages(
  who: From,
  pathways: readonly Id<'pathway'>[],
  bookings: number,
  workSoFar: () => Work,
  tell: (fault: string) => void,
): Promise<readonly Stage[]> {
  const stages = new Map<string, { work: Work; times: number; characters: number }>();
  const chance = chanceOf('one at a time');

  const measured = async (what: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const before = workSoFar();
    const answer = await ask();
    await pause(settles);
    const cost = workBetween(before, workSoFar());
    const so = stages.get(what) ?? { work: { application: 0, database: 0, generator: 0 }, times: 0, characters: 0 };
    const work = {
      application: so.work.application + cost.application,
      database: so.work.database + cost.database,
      generator: so.work.generator + cost.generator,
    };
    stages.set(what, { work, times: so.times + 1, characters: so.characters + answer.body.length });
    return answer;
  };
  const send = (what: string, form: Form | null, more: Readonly<Record<string, string>> = {}): Promise<Answer> => {
    if (!form) return Promise.resolve({ status: 0, body: `no form to ${what}` });
    for (const [name, value] of Object.entries(more)) form.fields.set(name, value);
    return measured(what, () => post(who, form.action, form.fields));
  };
  const isDone = (answer: Answer): boolean => {
    if (answer.status !== 303) tell(answer.status === 0 ? answer.body : faultIn(answer));
    return answer.status === 303;
  };

  for (let turn = 0; turn < bookings; turn += 1) {
    const pathway = pathways[turn % pathways.length] ?? asId<'pathway'>('');
    const hers = `/forloeb/${pathway}/plads`;
    const search = searchPath(pathway, chance);
    const found = await measured('search', () => get(who, search));
    if (!isDone(await send('hold', formIn(found.body, '/hold'), { 'sagt-ja': 'yes' }))) continue;
    const page = await measured('her page, held', () => get(who, hers));
    if (turn % 2 === 0) {
      if (!isDone(await send('extend', formIn(page.body, '/forlaeng')))) continue;
      // The key of another page: what was asked with the first is done.
      if (!isDone(await send('release', formIn((await get(who, hers)).body, '/slip')))) continue;
    } else {
      const commitment = { hjemmel: 'SEL-107-2-2', betaler: '0851', 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone' };
      const asked = await send('confirm', formIn(page.body, '/bekraeft'), commitment);
      const again = asked.status === 409 ? formIn(asked.body, '/bekraeft') : null;
      if (again) tickAll(again);
      const confirmed = again ? await send('confirm, where it differs from what was decided', again) : asked;
      if (!isDone(confirmed)) continue;
      const promised = await measured('her page, confirmed', () => get(who, hers));
      if (!isDone(await send('withdraw', formIn(promised.body, '/fortryd'), { grund: 'Målt' }))) continue;
    }
    await measured('the search after it', () => get(who, search));
  }
  return [...stages].map(([what, sums]) => ({ what, ...sums }));
}
