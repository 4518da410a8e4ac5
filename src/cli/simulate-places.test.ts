/** What the rules of a place decide, in every replication and not on the average: so that none of them can be turned round unseen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../test/command.ts';
import { simulate } from './simulate.ts';

const folder = mkdtempSync(join(tmpdir(), 'samlob-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Twelve women a year who stay half a year each, and wait for as long as it takes: far more than one place can hold. */
const busy = { years: 4, arrivalsPerYear: 12, stayYears: 0.5, patience: 'endless' };

async function simulated(
  scenario: object,
): Promise<(name: string, site?: string | null) => { mean: number; quantiles: readonly number[] }> {
  const file = join(folder, 'scenario.json');
  writeFileSync(file, JSON.stringify(scenario));
  const { code, output, said } = await runCommand(simulate, [file, '--replications', '100', '--json']);
  expect([code, said]).toEqual([0, '']);
  const { measures } = JSON.parse(output) as {
    measures: readonly { name: string; site: string | null; mean: number; quantiles: readonly number[] }[];
  };
  return (name, site = null) => {
    const found = measures.find((one) => one.name === name && one.site === site);
    if (!found) throw new Error(`${name} is not measured`);
    return found;
  };
}

describe('a flexible place', () => {
  const flexible = (openWhen: object, freeAtLeast: number, site: object = {}): object => ({
    ...busy,
    sites: [{ id: 'A', places: 1, ...site, flexible: { places: 3, leadWeeks: 1, openWhen, closeWhen: { freeAtLeast, forWeeks: 2 } } }],
  });

  test('opens when so many wait, and not before', async () => {
    expect((await simulated(flexible({ waiting: 1 }, 4)))('openings-a-year').mean).toBeGreaterThan(0.7);
    expect((await simulated(flexible({ waiting: 1_000_000 }, 4)))('openings-a-year').quantiles).toEqual([0, 0, 0, 0, 0]);
  });

  test('opens when so few places are free', async () => {
    const kept = await simulated({ ...flexible({ freeAtMost: 0 }, 3), arrivalsPerYear: 0.5 });
    expect(kept('openings-a-year').mean).toBeGreaterThan(0);
    // A woman alone in the house has its one place; the next one is made ready for whoever comes.
    expect(kept('share-waited').mean).toBeLessThan(0.2);
  });

  test('closes again when so many have been free for so long, and stays open where they never are', async () => {
    // Four places are never five free: each of the three flexible ones is opened once, and once only.
    const stays = await simulated(flexible({ waiting: 1 }, 5));
    expect(stays('openings-a-year').quantiles).toEqual([0.75, 0.75, 0.75, 0.75, 0.75]);
    const closes = await simulated({ ...flexible({ waiting: 1 }, 1), arrivalsPerYear: 4 });
    expect(closes('openings-a-year').mean).toBeGreaterThan(0.75);
    expect(closes('open-place-days-a-year', 'A').mean).toBeLessThan(stays('open-place-days-a-year', 'A').mean);
  });

  test('is not opened before the house is', async () => {
    const closed = await simulated(flexible({ waiting: 1 }, 5, { opensAtYears: 4 }));
    expect(closed('openings-a-year').quantiles).toEqual([0, 0, 0, 0, 0]);
    expect(closed('open-place-days-a-year').quantiles).toEqual([0, 0, 0, 0, 0]);
    expect(closed('admissions-a-year').quantiles).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('a house that says no', () => {
  test('to everybody has nobody in it, and the other house has them all', async () => {
    const two = await simulated({
      ...busy,
      sites: [
        { id: 'A', places: 20, refuses: 1 },
        { id: 'B', places: 20 },
      ],
    });
    expect(two('admissions-a-year', 'A').quantiles).toEqual([0, 0, 0, 0, 0]);
    expect(two('admissions-a-year', 'B').mean).toBe(two('admissions-a-year').mean);
    expect(two('admissions-a-year').mean).toBeGreaterThan(10);
  });

  test('to nobody has them all', async () => {
    const one = await simulated({ ...busy, patience: 'none', dispersion: 5, sites: [{ id: 'A', places: 40, refuses: 0 }] });
    expect(one('share-admitted').quantiles).toEqual([1, 1, 1, 1, 1]);
    expect(one('refusals-a-year', 'A').mean).toBe(0);
  });
});
