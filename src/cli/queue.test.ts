import { describe, expect, test } from 'vitest';
import { runCommand } from '../../test/command.ts';
import { referenceText } from '../../test/planning-reference.ts';
import { queue } from './queue.ts';

type Measures = Readonly<Record<string, number | null>> & { readonly p?: readonly number[] };

async function asked(line: string): Promise<Measures> {
  const { code, output, said } = await runCommand(queue, [...line.split(' '), '--json']);
  expect(code, said).toBe(0);
  return JSON.parse(output) as Measures;
}

describe('samlob queue', () => {
  test('answers each model by the names that others rely on', async () => {
    expect(Object.keys(await asked('erlang-b --load 3.5 --servers 8'))).toEqual(['blocking']);
    expect(Object.keys(await asked('erlang-c --lambda 6 --mu 3 --servers 3'))).toEqual(['pWait', 'Lq', 'Wq', 'L', 'W', 'p0']);
    const patient = ['pWait', 'pAbandon', 'Wq', 'Lq', 'utilisation'];
    expect(Object.keys(await asked('erlang-a --lambda 48 --mu 1 --servers 50 --theta 0.5'))).toEqual(patient);
    for (const patience of ['exp:0.5', 'det:2', 'uniform:1,3'])
      expect(Object.keys(await asked(`mmcg --lambda 4 --mu 1 --servers 5 --patience ${patience}`))).toEqual(patient);
    expect(Object.keys(await asked('transient --lambda 1 --mu 1 --servers 1 --t 2'))).toEqual(['mean', 'p']);
    expect(Object.keys(await asked('setup --lambda 2 --mu 1 --servers 4 --alpha 0.5'))).toEqual(['W', 'L', 'busy', 'setup']);
  });

  test('answers flexible places, overflow and the volume criterion, at once and after a time', async () => {
    const rule =
      'flexible --lambda 4 --mu 2 --servers 1 --flexible 2 --alpha 6 --close-free 2 --open-waiting 1 --delta 3 --waiting 5 --theta 1';
    const flexible = ['inHouse', 'waiting', 'turnedAway', 'pWait', 'givingUp', 'open', 'opening', 'shareOpen', 'openings', 'p'];
    expect(Object.keys(await asked(rule))).toEqual(flexible);
    expect(Object.keys(await asked(`${rule} --t 1`))).toEqual([...flexible, 'shareOpenUntil', 'openingsUntil']);
    expect(
      (await asked('flexible --lambda 3.5 --mu 1 --servers 8 --flexible 0 --alpha 1 --close-free 1 --open-waiting 1')).turnedAway,
    ).toBeCloseTo(0.017033446461088633, 12);
    const sites = 'overflow --mu 2 --places 3,2 --streams 5:1,2;9:2,1';
    expect(Object.keys(await asked(sites))).toEqual(['turnedAway', 'admissions', 'inHouse']);
    expect(Object.keys(await asked(`${sites} --t 0.5`))).toEqual(['inHouse', 'turnedAway', 'turnedAwayUntil', 'admissionsUntil']);
    expect((await asked('volume --probability 0.9')).mean).toBeCloseTo(5.322, 3);
    expect(await asked('volume --probability 0.9 --demand 90')).toMatchObject({ units: 16 });
    expect((await asked('volume --probability 0.9 --dispersion 4')).mean).toBeCloseTo(8, 1);
    expect((await asked('volume --probability 0.95 --years 3')).mean).toBeCloseTo(7.731, 3);
    expect((await asked('volume --mean 3.5')).probability).toBeCloseTo(0.679, 3);
  });

  test('says in its help that sites count from 1, as they do', async () => {
    const { said, code } = await runCommand(queue, ['overflow']);
    expect([code, said.includes('Sites count from 1')]).toEqual([2, true]);
    // The numbers of the example in the help: nobody comes to site 1 who tries site 2 alone.
    const { admissions = [] } = JSON.parse(
      (await runCommand(queue, 'overflow --mu 2 --places 3,2 --streams 9:2 --json'.split(' '))).output,
    ) as { admissions?: readonly number[] };
    expect([admissions.length, admissions[0], (admissions[1] ?? 0) > 1]).toEqual([2, 0, true]);
  });

  test('says null for what has no end, and why, and exits 0', async () => {
    const { code, output, said } = await runCommand(queue, 'erlang-c --lambda 5 --mu 1 --servers 4 --json'.split(' '));
    expect({ code, answer: JSON.parse(output) as unknown }).toEqual({
      code: 0,
      answer: { pWait: 1, Lq: null, Wq: null, L: null, W: null, p0: 0 },
    });
    expect(said).toContain('grows for ever');
    expect(await asked('setup --lambda 5 --mu 1 --servers 4 --alpha 1')).toEqual({ W: null, L: null, busy: 4, setup: 0 });
    expect(await asked('erlang-b --load 1e6 --servers 0')).toEqual({ blocking: 1 });
    expect((await asked('erlang-a --lambda 4 --mu 1 --servers 0 --theta 2')).utilisation).toBeNull();
  });

  test.each([
    ['erlang-b --load NaN --servers 2', '--load must be a number, and “NaN” is given.'],
    ['erlang-b --load -1 --servers 2', '--load must be 0 or more, and “-1” is given.'],
    ['erlang-b --load=-1 --servers 2', '--load must be 0 or more, and “-1” is given.'],
    ['erlang-b --load Infinity --servers 2', '--load must be 1000000000000 or less, and “Infinity” is given.'],
    ['erlang-b --load 1 --servers 2.5', '--servers must be a whole number, and “2.5” is given.'],
    ['erlang-b --load 0x10 --servers 2', '--load must be a number, and “0x10” is given.'],
    ['erlang-c --lambda 1 --mu 0 --servers 2', '--mu must be 1e-12 or more, and “0” is given.'],
    [
      'mmcg --lambda 1 --mu 1 --servers 2 --patience soon',
      '--patience must be exp:RATE, det:TIME or uniform:FROM,TO, and “soon” is given.',
    ],
    ['mmcg --lambda 1 --mu 1 --servers 2 --patience exp', '--patience must be exp:RATE, det:TIME or uniform:FROM,TO, and “exp” is given.'],
    ['mmcg --lambda 1 --mu 1 --servers 2 --patience uniform:3,1', '--patience ends before it begins: “uniform:3,1”.'],
    ['mmcg --lambda 1 --mu 1 --servers 2 --patience det:-1', 'The numbers of --patience must be 0 or more, and “det:-1” is given.'],
    ['transient --lambda 1 --mu 1 --servers 2 --t 1 --start 3', '--start 3 is more than there is room for: 2.'],
    ['volume --least 3', 'One of --mean and --probability must be given.'],
    [
      'flexible --lambda 1 --mu 1 --servers 1 --flexible 1 --alpha 1 --close-free 1',
      'One of --open-waiting and --open-free must be given, and not both.',
    ],
    [
      'flexible --lambda 4 --mu 2 --servers 1 --flexible 2 --alpha 6 --close-free 2 --open-waiting 1',
      'With --open-waiting nothing opens unless somebody can wait: give --waiting, the most who wait at a time.',
    ],
    [
      'overflow --mu 1 --places 2,3 --streams 4:1,3',
      '--streams must be such as “300:1,2;200:2”, with sites from 1 to 2, each once, and “4:1,3” is given.',
    ],
    ['setup --lambda 1 --mu 1 --servers 1000 --alpha 1', '--servers 1000 is more than this method takes: at most 150.'],
  ])('refuses «%s» with a sentence', async (line, sentence) => {
    expect(await runCommand(queue, [...line.split(' '), '--json'])).toEqual({ code: 1, output: '', said: sentence });
  });

  test.each([
    '',
    'erlang-d --load 1',
    'erlang-b --load 1',
    'erlang-b --load 1 --servers 2 --staff 3',
    'erlang-b --load= --servers 2',
    'toString',
  ])('shows how it is used when asked «%s»', async (line) => {
    const { code, output, said } = await runCommand(queue, line.split(' '));
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(said).toContain('erlang-b   --load N --servers N');
  });

  test('writes lines for a person', async () => {
    expect((await runCommand(queue, 'erlang-b --load 1 --servers 1'.split(' '))).output).toBe('blocking    0.5\n');
  });
});

const published = referenceText('capacity/queueing_reference.json');
const publishedSetup = referenceText('capacity/setup_reference.json');
const publishedBeds = referenceText('capacity/monks2016_beds.json');

if (published !== null && publishedSetup !== null && publishedBeds !== null) {
  const values = JSON.parse(published) as Record<string, unknown>;
  const expectNear = (given: number | null | undefined, wanted: number, tolerance: number): void =>
    expect(Math.abs((given ?? NaN) - wanted), `${given} is not ${wanted}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));

  describe('the values beside the project', () => {
    test('of Erlang B: the tables, the single values and the planning grid', async () => {
      for (const [blocking, loads] of Object.entries(values['erlangB_load_for_blocking_n1..10'] as Record<string, number[]>))
        for (const [index, load] of loads.entries())
          expectNear((await asked(`erlang-b --load ${load} --servers ${index + 1}`)).blocking, Number(blocking), 1e-4);
      for (const [name, blocking] of Object.entries(values.erlangB_values as Record<string, number>)) {
        const [, servers, load] = /B\((.+),(.+)\)/.exec(name) ?? [];
        expectNear((await asked(`erlang-b --load ${load} --servers ${servers}`)).blocking, blocking, 1e-14);
      }
      for (const row of values.erlangB_planning_grid as Record<string, number>[])
        for (const places of [4, 8, 16, 24, 40, 56])
          expectNear((await asked(`erlang-b --load ${row.load} --servers ${places}`)).blocking, row[`B${places}`]!, 6e-5);
    });

    test('of the beds that a hospital planned: within 0.012 of the printed shares', async () => {
      // Monks and others 2016, BMC Health Services Research 16:530, tables 2 and 3, printed with two decimals.
      const { offered_load: load, values: beds } = JSON.parse(publishedBeds) as {
        offered_load: { asu: number; rehab: number };
        values: Record<'asu' | 'rehab' | 'pooled', Record<string, { paper: number }>>;
      };
      const loads = { ...load, pooled: load.asu + load.rehab };
      for (const ward of ['asu', 'rehab', 'pooled'] as const)
        for (const [servers, { paper }] of Object.entries(beds[ward]))
          expectNear((await asked(`erlang-b --load ${loads[ward]} --servers ${servers}`)).blocking, paper, 0.012);
    });

    test('of Erlang C and M/M/c', async () => {
      for (const [name, pWait] of Object.entries(values.erlangC_values as Record<string, number>)) {
        const [, servers, load] = /C\((.+),(.+)\)/.exec(name) ?? [];
        expectNear((await asked(`erlang-c --lambda ${load} --mu 1 --servers ${servers}`)).pWait, pWait, 1e-13);
      }
      for (const { lam, mu, c, p0, C, Lq, Wq, W, L } of values.mmc as Record<string, number>[]) {
        const answer = await asked(`erlang-c --lambda ${lam} --mu ${mu} --servers ${c}`);
        for (const [name, value] of Object.entries({ p0, pWait: C, Lq, Wq, W, L })) expectNear(answer[name], value!, 1e-13);
      }
    });

    test('of Erlang A and general patience', async () => {
      const centre = values['erlangA_48_1_0.5_50'] as Record<string, number>;
      const answer = await asked('erlang-a --lambda 48 --mu 1 --servers 50 --theta 0.5');
      for (const [name, value] of Object.entries({
        pWait: centre.Pwait,
        pAbandon: centre.Pab,
        Wq: centre.EWq,
        Lq: centre.Lq,
        utilisation: centre.util,
      }))
        expectNear(answer[name], value!, 1e-12);
      // The stored values of general patience are integrals by steps, right to six digits.
      const same = values['mmnG_lam4_mu1_n5_patience_D2'] as Record<string, number>;
      const fixed = await asked('mmcg --lambda 4 --mu 1 --servers 5 --patience det:2');
      for (const [name, value] of Object.entries({ pWait: same.Pdelay, pAbandon: same.Pab, Wq: same.EW }))
        expectNear(fixed[name], value!, 1e-6);
    });

    test('of an offer that fills', async () => {
      for (const [t, [busy]] of Object.entries(values.transient_MM11_lam1_mu1_t as Record<string, number[]>))
        expectNear((await asked(`transient --lambda 1 --mu 1 --servers 1 --t ${t}`)).p?.[1], busy!, 1e-14);
      for (const [t, mean] of Object.entries(values.MMinf_transient_mean_lam4_mu1 as Record<string, number>))
        expectNear((await asked(`transient --lambda 4 --mu 1 --servers 60 --t ${t}`)).mean, mean, 1e-12);
    });

    test('of servers that must be opened', async () => {
      const chain = (JSON.parse(publishedSetup) as Record<string, Record<string, number>>)['c4_lam2_mu1_al.5']!;
      const answer = await asked('setup --lambda 2 --mu 1 --servers 4 --alpha 0.5');
      for (const [name, value] of Object.entries({ W: chain.ET, L: chain.EN, busy: chain.E_busy, setup: chain.E_setup }))
        expectNear(answer[name], value!, 1e-11);
      expectNear((await asked('setup --lambda 0.5 --mu 1 --servers 1 --alpha 0.2')).W, 7, 1e-13);
      const many = values['MMinf_setup_lam2_mu1_alpha0.5'] as Record<string, number>;
      expectNear((await asked('setup --lambda 2 --mu 1 --servers 60 --alpha 0.5')).setup, many.E_setup!, 1e-11);
    });
  });
}
