import { expect, test } from 'vitest';
import { pageCount, tableHeads } from '../../../test/pdf.ts';
import { testWeb, type Visitor } from '../../../test/web.ts';
import { positionIds } from '../../domain/planning/proposals/positions.ts';
import { positionWords } from './addresses.ts';

const web = await testWeb();

/** In points: a word of nine letters stands in it unbroken, and a head of it has three lines at most. */
const [narrowest, tallest, textWidth] = [45, 36, 482];

async function answerPdf(visitor: Visitor, position: string): Promise<Buffer> {
  for (;;) {
    const { status, response } = await visitor.get(`/planlaegning/svar.pdf?loesning=${position}`);
    if (status === 200) return response.rawPayload;
    // The page is sent instead until the answer is worked out.
    expect(status).toBe(303);
  }
}

test.each(['da', 'en'])(
  'the answer of each position is two pages at most (%s), and no column of its tables is crushed',
  async (language) => {
    const planner = await web.as('planlaegger');
    await planner.get(`/sprog/${language}`);
    for (const position of positionIds) {
      const pdf = await answerPdf(planner, positionWords[position]);
      const heads = tableHeads(pdf);
      expect(pageCount(pdf), position).toBeGreaterThan(0);
      expect(pageCount(pdf), position).toBeLessThanOrEqual(2);
      // Where nothing is proposed, there is nothing to put in a table.
      if (position !== 'nothing-new') expect(heads.length).toBeGreaterThan(2);
      for (const cells of heads) {
        expect(cells.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(textWidth, -1);
        for (const { width, height } of cells) {
          expect(width).toBeGreaterThan(narrowest);
          expect(height).toBeLessThan(tallest);
        }
      }
    }
  },
);
