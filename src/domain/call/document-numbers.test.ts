import { describe, expect, test } from 'vitest';
import { namesOf } from '../disclosure/count-table.ts';
import { entriesOf } from '../disclosure/known.ts';
import { toldByOthers } from '../disclosure/ledger.ts';
import { municipalities } from '../geography/municipalities.ts';
import { regionOf } from '../geography/regions.ts';
import type { DocumentFigure, PublishedDocument } from '../numbers/published-document.ts';
import { day } from '../time.ts';
import { answers2019 } from './answers-2019.ts';
import { codesInWords } from './attacked-cell.ts';
import { knownFromDocuments } from './document-numbers.ts';
import { municipalTable } from './municipal-table.ts';
import { matterOf } from './package.ts';
import { call2019 } from './packages/2019-gravide.ts';

const table = municipalTable(call2019, answers2019);

function figure(said: Partial<DocumentFigure> & Pick<DocumentFigure, 'place'>): DocumentFigure {
  return {
    number: 1,
    kind: 'count',
    low: 1,
    high: 1,
    year: '2018',
    quotation: 'ord',
    grid: {
      population: 'vulnerable-harmful-use',
      event: 'decided-residential',
      unit: 'woman',
      period: 'calendar-year',
      legalBasis: null,
      ascertainment: 'manual-count',
      completeness: 'intet',
    },
    ...said,
  };
}

function document(figures: readonly DocumentFigure[]): PublishedDocument {
  return { id: 'a', title: 'Notat', publisher: 'En kommune', said: day('2020-09-01'), address: 'https://eksempel.dk/notat', figures };
}

const told = (figures: readonly DocumentFigure[]) => knownFromDocuments(call2019, [document(figures)]).flatMap((one) => one.told);

describe('a document that was written in', () => {
  test('tells of a cell of the call by its place, its year and what it counts', () => {
    expect(told([figure({ place: '0461' })])).toEqual([{ cell: { kommune: '0461', år: '2018', behandling: 'døgn' }, least: 1, most: 1 }]);
    const [all] = told([figure({ place: 'danmark', year: '2017-2019', low: 20, high: 20 })]);
    expect(all).toMatchObject({ cell: { behandling: 'døgn' }, least: 20, most: 20 });
    expect(all?.cell).not.toHaveProperty('år');
    expect(all?.cell).not.toHaveProperty('kommune');
    expect(told([figure({ place: 'syddanmark', kind: 'lower-bound', low: 3, high: 3 })])[0]).toMatchObject({ least: 3 });
    expect(told([figure({ place: 'syddanmark', kind: 'lower-bound', low: 3, high: 3 })])[0]?.most).toBeGreaterThan(10_000);
  });

  test('tells nothing where it judges, counts something else, another year, or a region that was not there', () => {
    const { grid } = figure({ place: '0461' });
    expect(
      told([
        figure({ place: '0461', kind: 'expert-range' }),
        figure({ place: '0461', kind: 'model' }),
        figure({ place: '0461', year: '2020' }),
        figure({ place: '0461', year: '' }),
        figure({ place: '0461', grid: { ...grid, event: 'family-stay' } }),
        figure({ place: '0461', grid: { ...grid, unit: 'child' } }),
        figure({ place: 'oestdanmark' }),
        figure({ place: '9999' }),
      ]),
    ).toEqual([]);
    expect(knownFromDocuments(call2019, [document([])])).toEqual([]);
  });

  test('gives away the municipality that it leaves out, when it prints all others of the region and the region', () => {
    const south = municipalities.filter((one) => regionOf(one, call2019.answerBy).id === 'syddanmark');
    const names = new Map(table.counts.map((count, cell) => [codesInWords(namesOf(table.layout, cell)), count]));
    const countOf = (place: string): number => {
      const count = names.get(`${place}, 2018, døgn`);
      if (count === undefined) throw new Error(`no cell of ${place}`);
      return count;
    };
    const [left, ...others] = south;
    if (!left) throw new Error('the region has no municipality');
    const figures = [
      ...others.map(({ id, name }) => figure({ place: id, low: countOf(name), high: countOf(name) })),
      figure({ place: 'syddanmark', low: countOf('Region Syddanmark'), high: countOf('Region Syddanmark') }),
    ];
    const known = knownFromDocuments(call2019, [document(figures)]);
    const seen = toldByOthers(table.layout, matterOf(call2019), entriesOf(known, table)).map((cell) =>
      codesInWords(namesOf(table.layout, cell)),
    );
    expect(seen).toContain(`${left.name}, 2018, døgn`);
    // One more left out, and neither is given away.
    const fewer = knownFromDocuments(call2019, [document(figures.slice(1))]);
    const notSeen = toldByOthers(table.layout, matterOf(call2019), entriesOf(fewer, table)).map((cell) =>
      codesInWords(namesOf(table.layout, cell)),
    );
    const sum = countOf(left.name) + countOf(others[0]?.name ?? '');
    if (sum > 0) expect(notSeen).not.toContain(`${left.name}, 2018, døgn`);
  });
});
