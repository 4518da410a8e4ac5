import { expect, test } from 'vitest';
import { printedOf } from '../../../test/released-edition.ts';
import { publishRelease } from '../disclosure/publishable.ts';
import { roundedSentence } from '../disclosure/rounded-sentence.ts';
import { day } from '../time.ts';
import { answers2019 } from './answers-2019.ts';
import { numbersOf } from './numbers.ts';
import { call2019 } from './packages/2019-gravide.ts';
import { publicReport } from './report.ts';
import { proposeEdition } from './report-release.ts';

const asOf = day('2020-10-15');
const { published, beside } = proposeEdition(numbersOf(call2019, answers2019, asOf));

/** The report whose numbers were rounded so. */
function reportOf(place: 'syddanmark' | 'danmark', steps: number) {
  const rounding = { base: 5, steps };
  const rounded = { layout: published.layout, published: published.published.map((value) => Math.round((value ?? 0) / 5) * 5) };
  const terms = { threshold: 5, zeros: 'show', protect: 'exact', rounding } as const;
  const release = publishRelease('call/2019-gravide', { outcome: 'draft', published: rounded, terms, beside });
  const request = { package: call2019, answers: answers2019, place, asOf, status: 'reported', preview: false } as const;
  const written = publicReport(request, release, printedOf(request, release));
  if (written.outcome !== 'written') throw new Error(written.outcome);
  return { blocks: written.report.blocks, sentence: roundedSentence({ rounding }, 'da') };
}

test.each(['syddanmark', 'danmark'] as const)(
  'a rounded report of %s says above and beneath every table of numbers what they are unfit for',
  (place) => {
    for (const steps of [0, 1]) {
      const { blocks, sentence } = reportOf(place, steps);
      expect(sentence).toContain(`op til ${steps === 0 ? 4 : 9} fra det rigtige`);
      expect(blocks.filter((block) => block.type === 'notice' && block.text.includes(sentence)).length).toBe(1);
      const tables = blocks.filter((block) => block.type === 'table');
      expect(tables.length).toBeGreaterThan(0);
      for (const { notes } of tables) expect(notes.join(' ')).toContain(sentence);
    }
  },
);
