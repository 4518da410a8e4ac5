/** The dispute, worked out again from the published numbers themselves, in another way than the pages do. */
import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { bridges } from '../../domain/numbers/comparison.ts';
import { definingColumns, type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import { publishedEstimate, publishedEstimates } from '../../domain/numbers/published-estimates.ts';
import { statementsOf } from './statement.ts';

const web = await testWeb();
const planner = await web.as('planlaegger');

/** All that can be reached from a number by going from part to whole. */
function above(id: string): ReadonlySet<string> {
  const reached = new Set([id]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const [part, whole] of bridges) if (reached.has(part)) reached.add(whole);
  }
  reached.delete(id);
  return reached;
}

describe('what each number may be compared with', () => {
  test.each(publishedEstimates.map((estimate) => [estimate.id, estimate] as const))('%s', (_, estimate) => {
    const said = statementsOf(estimate, publishedEstimates, 'da');
    const others = publishedEstimates.filter((one) => one !== estimate);
    const isPart = (one: PublishedEstimate, whole: PublishedEstimate): boolean => above(one.id).has(whole.id);
    const bridged = (one: PublishedEstimate): boolean => isPart(estimate, one) || isPart(one, estimate);
    const alike = (one: PublishedEstimate): boolean => definingColumns.every((column) => one.grid[column] === estimate.grid[column]);
    const groups = [
      ['Må sammenlignes med', others.filter((one) => alike(one) && !bridged(one))],
      ['Er en del af', others.filter((one) => isPart(estimate, one))],
      ['Rummer', others.filter((one) => isPart(one, estimate))],
      [
        'Må ikke lægges sammen med',
        others.filter((one) => !alike(one) && !bridged(one) && [...above(estimate.id)].some((whole) => above(one.id).has(whole))),
      ],
    ] as const;
    expect(said[0]).toContain(writtenRange(estimate));
    for (const [begins, numbers] of groups) {
      const [sentence, ...more] = said.filter((one) => one.startsWith(begins));
      expect([sentence !== undefined, more], begins).toEqual([numbers.length > 0, []]);
      for (const one of numbers) expect(sentence, one.id).toContain(writtenRange(one));
      // Nobody is named who is not of the group.
      expect(sentence?.match(/\(/g)?.length ?? 0).toBe(numbers.length);
    }
    const [same, ...apart] = groups.map(([, numbers]) => numbers.length > 0);
    // One sentence of what it is, one of what counts the same, one for each group there is, and those of what it must not be laid beside.
    const compared = said.filter((sentence) => sentence.startsWith('Kan ikke sammenlignes')).length;
    expect(said.length).toBe(2 + apart.filter(Boolean).length + compared);
    expect(compared).toBeGreaterThan(0);
    if (same !== true) expect(said[1]).not.toMatch(/\d/);
  });
});

describe('the picture of all numbers', () => {
  test('has the sign of its kind for each, further to the right the larger it is', async () => {
    const { $ } = await planner.get('/tal');
    const rows = $('.forest tbody tr:not(.group)').toArray();
    const starts: (readonly [low: number, at: number])[] = [];
    const kinds = new Set<string>();
    for (const row of rows) {
      const id = new URL($(row).find('a').attr('href') ?? '', 'http://x').searchParams.get('tal') ?? '';
      const { kind, low, high } = publishedEstimate(id);
      const signs = $(row)
        .find('td svg')
        .find('circle, rect, polygon, line.span')
        .toArray()
        .map(({ tagName }) => tagName);
      const isRange = low !== high;
      const expected: Readonly<Record<string, readonly string[]>> = {
        count: isRange ? ['line', 'circle', 'circle'] : ['circle'],
        'expert-range': ['rect'],
        'lower-bound': ['polygon'],
        model: ['polygon'],
      };
      expect(signs, id).toEqual(expected[kind]);
      kinds.add(`${kind} ${isRange}`);
      const first = $(row).find('td svg').find('circle, rect').first();
      if (isRange) starts.push([low, Number.parseFloat(first.attr('cx') ?? first.attr('x') ?? 'NaN')]);
    }
    expect([...kinds].toSorted()).toEqual(['count false', 'count true', 'expert-range false', 'expert-range true', 'lower-bound false']);
    expect(starts.length).toBeGreaterThan(5);
    for (const [low, at] of starts) for (const [other, beside] of starts) if (low < other) expect(at).toBeLessThan(beside);
    // Each kind of sign is explained, and said in words in its row.
    expect($('.forest .legend li').length).toBeGreaterThanOrEqual(4);
    expect($('.forest tbody th .out-of-sight').length).toBeGreaterThanOrEqual(rows.length);
  });
});

describe('the way from 1,460 to 16', () => {
  /** Every way that two parts of a whole can overlap, with so many in both at least. */
  function open(wholeId: string, one: string, other: string, least: number) {
    const [whole, a, b] = [wholeId, one, other].map((id) => publishedEstimate(id).low) as [number, number, number];
    const overlaps = Array.from({ length: Math.min(a, b) + 1 }, (_, both) => both).filter((both) => both >= least && a + b - both <= whole);
    const range = (of: (both: number) => number): string => {
      const all = overlaps.map(of);
      return `${Math.min(...all)}–${Math.max(...all)}`;
    };
    return { either: range((both) => a + b - both), neither: range((both) => whole - a - b + both) };
  }

  test('leaves open what counting every overlap leaves open', async () => {
    const { $ } = await planner.get('/tal');
    const shown = $('.waterfall').text();
    const stays = open('registered-2020', 'family-stay-2020', 'drug-residential-2020', 0);
    const treated = open('family-stay-2020', 'treatment-before-stay-2020', 'treatment-during-stay-2020', 0);
    const repeats = open('family-stay-2020', 'treatment-before-stay-2020', 'treatment-during-stay-2020', 2);
    expect([stays.either, treated.either, treated.neither, repeats.either, repeats.neither]).toEqual([
      '83–104',
      '30–46',
      '37–53',
      '30–44',
      '39–53',
    ]);
    for (const range of [stays.either, treated.either, treated.neither, repeats.either, repeats.neither]) expect(shown).toContain(range);
    for (const count of ['1.460', '83', '21', '30', '16']) expect(shown).toContain(count);
  });

  test('and the gap from 83 to 8 leaves the remainder that is left when the treated are taken away', async () => {
    const { text } = await planner.get('/tal/afstand');
    const [least, most] = [30, 46];
    const left = publishedEstimate('decided-residential-2019').low;
    expect(text).toContain(`${least - left}–${most - left} er tilbage, som ingen af grundene forklarer`);
    expect(text.indexOf('tæller ikke det samme')).toBeLessThan(text.indexOf('Uden forklaring'));
    const percent = (of: number): string => ((100 * left) / of).toFixed(1).replace('.', ',');
    expect(text).toContain(`${percent(most)}–${percent(least)} %`);
  });
});

test('judgements that contradict each other are not put together, and it says how much', async () => {
  const { text } = await planner.get('/tal/naeste-aar');
  expect(text).toContain('Skønnene modsiger hinanden');
  expect(text).not.toContain('Skønnene modsiger ikke hinanden');
  for (const id of ['needs-2019', 'needs-2023', 'needs-2024']) expect(text).toContain(writtenRange(publishedEstimate(id)));
});
