/** Runs in the browser on pages with an island, and there alone: wakes each island with the props that the server wrote. */
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { islands } from './registry.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const island = islands[place.dataset.island ?? ''];
  if (island) {
    hydrateRoot(place, createElement(island, JSON.parse(place.dataset.props ?? '{}') as object));
    place.dataset.awake = 'true';
  }
}
