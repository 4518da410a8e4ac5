import { describe, expect, test } from 'vitest';
import { positionFile } from '../../domain/planning/lab/position-scenarios.ts';
import { positionIds } from '../../domain/planning/proposals/positions.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { changesBetween } from './version-changes.ts';

const before = positionFile('pilot', 'P');
const [site] = before.sites;
if (!site) throw new Error('a pilot has a site');

describe('what changed between two versions', () => {
  test.each(positionIds)('%s is not changed from itself', (id) => {
    expect(changesBetween(positionFile(id, id), positionFile(id, id), 'da')).toEqual([]);
  });

  test.each<[string, Partial<Scenario>, readonly string[]]>([
    ['its name', { title: 'Q' }, ['Navn: P → Q']],
    ['the years', { years: 5 }, ['Hele år fra åbningen: 10 → 5']],
    ['how long she waits', { patience: 'none' }, ['Hun venter: til fødslen → ikke']],
    ['who comes first', { order: 'first-come' }, ['Først kommer: den, hvis graviditet er længst fremme → den, der kom først']],
    ['the share who accept', { accepts: 0.8 }, ['Andel, der siger ja til en plads: 100 → 80']],
    ['a distribution', { course: { weekAtReferral: 20, afterBirthWeeks: 8 } }, ['Graviditetsuge ved henvisning: 8–20–36 → 20']],
    ['places', { sites: [{ ...site, places: 12 }] }, ['Odense: Faste pladser: 8 → 12']],
    ['a site taken out', { sites: [] }, ['Stedet Odense er taget ud']],
    [
      'an estimate',
      { estimates: [{ ...(before.estimates?.[0] ?? never()), to: 9 }, ...(before.estimates ?? []).slice(1)] },
      ['Visiterede til døgn 2017–2019: 6–8 → 6–9'],
    ],
    ['an estimate taken out', { estimates: (before.estimates ?? []).slice(1) }, ['Skønnet Visiterede til døgn 2017–2019 er taget ud']],
  ])('is %s', (_, changed, sentences) => {
    const changes = changesBetween(before, { ...before, ...changed }, 'da');
    // What all sites share is said as well where the last site goes.
    expect(changes).toEqual(expect.arrayContaining([...sentences]));
    expect(changes.length).toBe('sites' in changed && changed.sites?.length === 0 ? changes.length : sentences.length);
  });

  test('is a new site, whatever row it stands in', () => {
    const changes = changesBetween(before, { ...before, sites: [{ id: '0751', places: 4 }, site] }, 'da');
    expect(changes).toContain('Nyt sted: Aarhus (4 faste pladser, 0 efter behov)');
    expect(changes.some((change) => change.startsWith('Odense'))).toBe(false);
  });

  test('is said even where the form does not show it', () => {
    const [area, ...areas] = before.areas ?? [];
    if (!area) throw new Error('a pilot has areas');
    const minutes = Object.fromEntries(Object.entries(area.minutes).map(([id, value]) => [id, value + 7]));
    expect(changesBetween(before, { ...before, areas: [{ ...area, minutes }, ...areas] }, 'da')).toEqual([
      'Noget, som skemaet ikke viser, er ændret. Hent filerne for at se det.',
    ]);
  });
});

function never(): never {
  throw new Error('a pilot has estimates');
}
