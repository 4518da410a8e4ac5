/** People who search and people who hold places over HTTP, for a bounded time. Whoever searches asks again as soon as the page is there. */
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from '../../src/demo/random.ts';
import { asId, type Id } from '../../src/domain/id.ts';
import { moment } from '../../src/domain/time.ts';
import { someSearch } from '../country/big-country.ts';
import { faultIn, formIn, type From, get, offers, post, tickAll } from './forms.ts';

export type Asked = {
  readonly from: readonly From[];
  readonly searching: readonly Id<'pathway'>[];
  /** Four pathways for each booker and four for its rival. */
  readonly booking: readonly (readonly Id<'pathway'>[])[];
  readonly seconds: number;
  /** Bookings a second that are begun by all bookers together, as far as they can. */
  readonly bookings: number;
};

export type Reached = {
  /** Milliseconds of each page of those who only search. */
  readonly searches: number[];
  /** Of each press on «hold» that held, her yes answered in it. */
  readonly holds: number[];
  /** Of each that was told that somebody else had been faster. */
  readonly beaten: number[];
  readonly confirmed: number[];
  readonly released: number[];
  readonly withdrawn: number[];
  /** How often each thing went otherwise, in the words of the page. */
  readonly refused: Map<string, number>;
  readonly odd: Map<string, number>;
  /** Pages that those who book looked at besides. */
  looked: number;
  /** After a hold the other process is asked at once: so often, and so often the place was still offered. */
  checked: number;
  stale: number;
  /** Two pressed at the same moment for the same place: so often, and so often both were given it. */
  races: number;
  bothHeld: number;
  lasted: number;
};

/** Of ten bookings one is pressed by two at once. */
const raceEvery = 10;

export async function drive({ from, searching, booking, seconds, bookings }: Asked): Promise<Reached> {
  const reached: Reached = {
    searches: [],
    holds: [],
    beaten: [],
    confirmed: [],
    released: [],
    withdrawn: [],
    refused: new Map(),
    odd: new Map(),
    looked: 0,
    checked: 0,
    stale: 0,
    races: 0,
    bothHeld: 0,
    lasted: 0,
  };
  const began = performance.now();
  const goesOn = (): boolean => performance.now() - began < seconds * 1000;
  const at = (index: number): From => from[index % from.length] ?? { address: '', cookie: '' };

  const search = async (pathway: Id<'pathway'>, index: number): Promise<void> => {
    const chance = chanceOf(`searcher ${index}`);
    while (goesOn()) {
      const asked = performance.now();
      const answer = await get(at(index), searchPath(pathway, chance));
      if (answer.status === 200) reached.searches.push(performance.now() - asked);
      else count(reached.odd, faultIn(answer));
    }
  };

  const look = async (who: From, path: string): Promise<string> => {
    reached.looked += 1;
    return (await get(who, path)).body;
  };

  /** Presses «hold» as the page stood, and answers that she has said yes. True when the place is hers. */
  const hold = async (who: From, pathway: Id<'pathway'>, shown: URLSearchParams): Promise<boolean> => {
    const fields = new URLSearchParams(shown);
    fields.set('sagt-ja', 'yes');
    const pressed = performance.now();
    const answer = await post(who, `/forloeb/${pathway}/plads/hold`, fields);
    const took = performance.now() - pressed;
    if (answer.status === 303) reached.holds.push(took);
    else if (answer.status === 409) {
      reached.beaten.push(took);
      count(reached.refused, faultIn(answer));
    } else count(reached.odd, faultIn(answer));
    return answer.status === 303;
  };

  const clocked = async (times: number[], who: From, path: string, fields: URLSearchParams): Promise<boolean> => {
    const pressed = performance.now();
    const answer = await post(who, path, fields);
    if (answer.status === 303) times.push(performance.now() - pressed);
    else count(reached.odd, faultIn(answer));
    return answer.status === 303;
  };

  /** Lets the place go again: released, or confirmed and then withdrawn. */
  const end = async (who: From, pathway: Id<'pathway'>, confirms: boolean): Promise<void> => {
    const hers = await look(who, `/forloeb/${pathway}/plads`);
    const release = formIn(hers, '/slip');
    const confirm = confirms ? formIn(hers, '/bekraeft') : null;
    if (!confirm) {
      if (release) await clocked(reached.released, who, release.action, release.fields);
      else count(reached.odd, 'no form to release it with');
      return;
    }
    confirm.fields.set('hjemmel', 'SEL-107-2-2');
    confirm.fields.set('betaler', '0851');
    confirm.fields.set('svar-plads', 'yes');
    confirm.fields.set('svar-plads-hvordan', 'telephone');
    const first = performance.now();
    const answer = await post(who, confirm.action, confirm.fields);
    // Where the confirmation differs from what was decided, or something speaks against the place, the page asks once more, and all is ticked.
    const again = answer.status === 409 ? formIn(answer.body, '/bekraeft') : null;
    if (again) tickAll(again);
    const last = again ? await post(who, again.action, again.fields) : answer;
    if (last.status !== 303) return count(reached.odd, faultIn(last));
    reached.confirmed.push(performance.now() - first);
    const withdrawal = formIn(await look(who, `/forloeb/${pathway}/plads`), '/fortryd');
    if (!withdrawal) return count(reached.odd, 'no form to withdraw it with');
    withdrawal.fields.set('grund', 'Målt');
    await clocked(reached.withdrawn, who, withdrawal.action, withdrawal.fields);
  };

  const book = async (pathways: readonly Id<'pathway'>[], index: number): Promise<void> => {
    const chance = chanceOf(`booker ${index}`);
    const interval = (1000 * booking.length) / bookings;
    for (let turn = 0; goesOn(); turn += 1) {
      const due = began + turn * interval;
      if (due > performance.now()) await pause(due - performance.now());
      if (!goesOn()) return;
      const [pathway, rival] = [pathways[turn % 4] ?? asId<'pathway'>(''), pathways[4 + (turn % 4)] ?? asId<'pathway'>('')];
      const path = searchPath(pathway, chance);
      const form = formIn(await look(at(index), path), '/hold');
      if (!form) {
        count(reached.odd, 'no place was offered');
        continue;
      }
      const isRace = turn % raceEvery === raceEvery - 1;
      const presses = [hold(at(index), pathway, form.fields)];
      if (isRace) presses.push(hold(at(index + 1), rival, withNewKey(form.fields)));
      const [isHers = false, isRivals = false] = await Promise.all(presses);
      if (isRace) {
        reached.races += 1;
        if (isHers && isRivals) reached.bothHeld += 1;
      }
      if (isHers || isRivals) {
        const elsewhere = await look(at(index + 1), `/forloeb/${searching[index] ?? ''}/plads?${path.split('?')[1] ?? ''}`);
        reached.checked += 1;
        if (offers(elsewhere, form.fields.get('plads') ?? '')) reached.stale += 1;
      }
      if (isHers) await end(at(index), pathway, turn % 2 === 1);
      if (isRivals) await end(at(index + 1), rival, false);
    }
  };
  await Promise.all([...searching.map(search), ...(bookings > 0 ? booking.map(book) : [])]);
  reached.lasted = performance.now() - began;
  return reached;
}

function withNewKey(fields: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams(fields);
  own.set('noegle', `${fields.get('noegle') ?? ''}-2`);
  return own;
}

/** A search for another day, length and needs each time. */
export function searchPath(pathway: Id<'pathway'>, chance: ReturnType<typeof chanceOf>): string {
  const { needs, nights } = someSearch(chance, moment(new Date().toISOString()));
  const length = Math.round((Date.parse(nights.departure) - Date.parse(nights.arrival)) / 86_400_000);
  const query = new URLSearchParams([
    ['soeg', 'ja'],
    ['ankomst', nights.arrival],
    ['naetter', String(length)],
    ...needs.map(({ property }): [string, string] => ['behov', property]),
  ]);
  return `/forloeb/${pathway}/plads?${query.toString()}`;
}

function count(counts: Map<string, number>, kind: string): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}
