/** The map in words: what its patterns mean, which units stand on it, and the whole of it as a table. */
import { compareNames } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { type Municipality, municipalities } from '../../domain/geography/municipalities.ts';
import type { Reach } from '../../domain/geography/reach.ts';
import type { IndexedUnit } from '../../domain/placement/national-index.ts';
import type { Facility, Unit } from '../../domain/placement/provision.ts';
import type { Language } from '../ui/language.ts';
import { DotSwatch, tileSteps, TileSwatch } from '../ui/tile-patterns.tsx';
import { escaped } from '../ui/markup.ts';
import { Sheet } from '../ui/pieces.tsx';
import { mapTexts } from './map-texts.ts';
import { travelText, unitTitle } from './words.ts';

const byName = municipalities.toSorted((one, other) => compareNames(one.name, other.name));

/** A unit that can, with the way to it and its number in the list beside the map where there is one. */
export type MappedUnit = Pick<IndexedUnit, 'minutesFrom'> & {
  readonly facility: Facility;
  readonly unit: Unit;
  readonly number: number | null;
  /** Not confirmed within the limit: drawn grey, and said. */
  readonly isStale: boolean;
};

/** The names stand beside the dots up to so many units; beyond, only their numbers and the table tell them apart. */
export const mostNames = 12;

export function Legend({
  id,
  whose,
  units,
  language,
}: {
  readonly id: string;
  readonly whose: 'her' | 'own' | null;
  readonly units: readonly MappedUnit[];
  readonly language: Language;
}): JSX.Element {
  const say = mapTexts(language);
  return (
    <ul className="map-legend">
      {tileSteps.map((step) => (
        <li key={step}>
          <TileSwatch id={id} step={step} />
          {say(`step${step}`)}
        </li>
      ))}
      <li>
        <DotSwatch />
        {say('unit')}
      </li>
      {units.some(({ isStale }) => isStale) && (
        <li>
          <DotSwatch isStale />
          {say('unitStale')}
        </li>
      )}
      {whose !== null && (
        <li>
          <svg viewBox="0 0 20 20" aria-hidden="true" className="home">
            <path d="M2 10l8 -8l8 8M5 8v9h10v-9" className="home-mark" />
          </svg>
          {say(`home.${whose}`)}
        </li>
      )}
    </ul>
  );
}

/** The units of the map by name, in the order of the list: what the dots say to those who cannot tell them apart. */
export function OnTheMap({ units, language }: { readonly units: readonly MappedUnit[]; readonly language: Language }): JSX.Element | null {
  const say = mapTexts(language);
  if (units.length === 0) return null;
  const named = units.slice(0, mostNames).map((one) => {
    const title = one.number === null ? unitTitle(one) : say('numbered', { number: one.number, unit: unitTitle(one) });
    return one.isStale ? say('stale', { unit: title }) : title;
  });
  return (
    <p>
      {say('onMap', { units: named.join('; ') })}
      {units.length > mostNames && ` ${say('onMapMore', { count: units.length - mostNames })}`}
    </p>
  );
}

/** The nearest unit by municipality; one that none is near is not in it. */
export type Reached = ReadonlyMap<Municipality['id'], Reach<MappedUnit>>;

function rowMarkup({ id, name }: Municipality, reached: Reached, language: Language): string {
  const reach = reached.get(id);
  const none = mapTexts(language)('stepNone');
  const [travel, unit] = reach ? [travelText(reach.minutes, language), unitTitle(reach.place)] : [none, none];
  return `<tr><th scope="row">${escaped(name)}</th><td>${escaped(travel)}</td><td>${escaped(unit)}</td></tr>`;
}

export function Twin({ reached, language }: { readonly reached: Reached; readonly language: Language }): JSX.Element {
  const say = mapTexts(language);
  return (
    <details className="map-table">
      <summary>{say('table')}</summary>
      <Sheet caption={say('tableCaption')}>
        <thead>
          <tr>
            <th scope="col">{say('municipality')}</th>
            <th scope="col">{say('travel')}</th>
            <th scope="col">{say('nearest')}</th>
          </tr>
        </thead>
        <tbody dangerouslySetInnerHTML={{ __html: byName.map((municipality) => rowMarkup(municipality, reached, language)).join('') }} />
      </Sheet>
    </details>
  );
}
