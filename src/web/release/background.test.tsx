import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { nothingBeside } from '../../domain/disclosure/beside.ts';
import { layoutOf } from '../../domain/disclosure/count-table.ts';
import { makeDimension } from '../../domain/disclosure/dimension.ts';
import type { KnownPublication } from '../../domain/disclosure/known.ts';
import { moment } from '../../domain/time.ts';
import type { ReleaseLine } from '../../store/release-read.ts';
import { aboutOf, PrintedNote, RangeNote, SharedCard } from './background.tsx';
import { RoundingCard } from './rounding-view.tsx';

const made = makeDimension('kommune', ['hovedstaden', 'sjaelland', 'syddanmark', 'midtjylland', 'nordjylland'], []);
if (made.outcome !== 'made') throw new Error('a dimension without lines is always made');
const layout = layoutOf([made.dimension]);

function released(id: string, published: readonly (number | null)[], rounding: { base: number; steps: number } | null = null) {
  const terms = { threshold: 5, zeros: 'show', protect: 'exact', rounding } as const;
  return { id, release: { matter: 'call/a', table: { layout, published }, terms, beside: nothingBeside } };
}

const first = released('1', [6, null, null, 2, null, 0]);
const second = released('2', [5, 0, 0, 5, 0, 0], { base: 5, steps: 0 });
const all = [second, first];
const line = (id: string): ReleaseLine => ({
  id,
  matter: 'call/a',
  kind: 'suppression',
  edition: 'regel/1',
  recorded: moment('2026-11-26T12:00:00Z'),
  byName: null,
  organisation: 'Styrelsen',
});
const about = (one: typeof first): string =>
  aboutOf(line(one.id), 'Udmelding', { one, all, known: [], language: 'da' }, { call: null, madeUp: { answers: 3, of: 5 } })
    .map(([term, text]) => `${term}: ${text}`)
    .join('\n');

test('a later release that is rounded leads to the earlier that is exact, and the earlier says that it is', () => {
  const later = renderToStaticMarkup(<SharedCard one={second} all={all} language="da" />);
  expect(later).toContain('Udgivelse 1 viser 3 af de samme tal nøjagtigt; 2 er anderledes her.');
  expect(later).toContain('href="/udgivelser/1"');
  expect(renderToStaticMarkup(<SharedCard one={first} all={all} language="da" />)).toContain('Tallene her er de nøjagtige.');
  expect(renderToStaticMarkup(<SharedCard one={first} all={[first]} language="da" />)).toBe('');
  expect(about(second)).toContain('Brug tallene i udgivelse 1, hvor begge har dem.');
});

test('page and file say how narrow the narrowest range is: three that share four are each one or two', () => {
  const note = renderToStaticMarkup(<RangeNote one={first} all={all} known={[]} language="da" />);
  expect(note).toContain('Spænd er ikke beskyttet mod at blive indsnævret.');
  expect(note).toContain('for 3 tal, at hvert kun kan være ét af 2.');
  expect(about(first)).toContain('for 3 tal, at hvert kun kan være ét af 2.');
  expect(renderToStaticMarkup(<RangeNote one={released('1', [6, 2, 1, 2, 1, 0])} all={[]} known={[]} language="da" />)).toBe('');
});

test('page and file name the numbers that others have printed, and where; no promise is made of them', () => {
  const known: readonly KnownPublication[] = [
    {
      id: 'kendt-1',
      matter: 'call/a',
      source: 'Rapport, tabel 1',
      told: [{ cell: { kommune: 'sjaelland' }, least: 2, most: 2 }],
      counted: [],
      excuses: true,
    },
  ];
  const one = released('1', [9, null, null, null, 5, 0]);
  const beside = { one, all: [], known, language: 'da' } as const;
  const note = renderToStaticMarkup(<PrintedNote {...beside} />);
  expect(note).toContain(
    '1 skjult tal er ingen hemmelighed: alle kan regne det ud. Det er trykt, eller det følger af det, der er trykt, i Rapport, tabel 1.',
  );
  expect(note).toContain('Tallet er: Region Sjælland, alle år, i alt.');
  expect(renderToStaticMarkup(<RangeNote {...beside} />)).toContain(
    'regne andre skjulte tal nøjagtigt ud end dem, der er trykt i forvejen.',
  );
  const file = (told: readonly KnownPublication[]): string =>
    aboutOf(line('1'), 'Udmelding', { ...beside, known: told }, { call: null, madeUp: null })
      .map(([term, text]) => `${term}: ${text}`)
      .join('\n');
  expect(file(known)).toContain('trykt i forvejen: 1 skjult tal er ingen hemmelighed');
  expect(file(known)).toContain('at ingen kan regne dem ud, undtagen dem, der er trykt i forvejen');
  expect(file(known)).not.toContain('Ingen kunne regne et skjult tal ud');
  expect(file([])).toContain('Ingen kunne regne et skjult tal ud.');
  expect(renderToStaticMarkup(<PrintedNote {...beside} known={[]} />)).toBe('');
});

test('the legend in a file is that of its own table', () => {
  expect(about(first)).toContain('regel: regel/1: tal fra 1 til 4 er skjult');
  expect(about(second)).toContain('regel: regel/1: alle tal er afrundet til et helt antal gange 5; ingen er skjult');
  expect(about(released('1', [20, 5, 5, 5, 5, 0]))).toContain('tegnforklaring: Ingen tal er skjult i denne tabel.');
  expect(about(released('3', [6, null, null, null, null, 0]))).toContain('Alle tal her står også i udgivelse 1.');
  expect(about(first)).toContain('Tallene fra 3 af de 5 kommuner');
});

test('advises nothing that the table has done already', () => {
  const moves = { total: null, part: null, rows: 0, turned: 0, worst: null, exceeding: [] };
  const card = renderToStaticMarkup(<RoundingCard moves={moves} table={second.release.table} language="da" />);
  expect(card).toContain('kan ikke bruges til at vise udvikling');
  expect(card).not.toMatch(/udgiv efter region|læg årene sammen|læg behandlingerne sammen/);
  const years = makeDimension('år', ['2018', '2019'], []);
  if (years.outcome !== 'made') throw new Error('a dimension without lines is always made');
  const divided = layoutOf([made.dimension, years.dimension]);
  const table = { layout: divided, published: Array.from({ length: divided.size }, () => 0) };
  expect(renderToStaticMarkup(<RoundingCard moves={moves} table={table} language="da" />)).toContain('så læg årene sammen.');
});
