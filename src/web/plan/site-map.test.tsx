import { renderToStaticMarkup } from 'react-dom/server';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { SiteMaps } from './site-map.tsx';

test('a municipality that has the limit itself is drawn in the step up to it, as the sentence counts it and as the map of free places draws it', () => {
  const [at, beyond] = ['0851', '0101'];
  const scenario: Scenario = {
    years: 1,
    arrivalsPerYear: 1,
    patience: 'none',
    sites: [{ id: '0461', places: 1 }],
    areas: [
      { id: at, weight: 1, minutes: { '0461': 60 } },
      { id: beyond, weight: 1, minutes: { '0461': 60.1 } },
    ],
  };
  const $ = load(renderToStaticMarkup(<SiteMaps proposals={[{ title: 'Ét', from: 'test', scenario }]} language="da" />));
  const steps = (step: string): number => $(`.lab-map svg[role="img"] .area.${step}`).length;
  expect(['step-0', 'step-1', 'step-2', 'step-3', 'step-4'].map(steps)).toEqual([0, 1, 1, 0, 0]);
  expect($('figcaption').text()).toContain('50 %');
  expect($('.map-legend li').first().text()).toBe('op til 30 min.');
});
