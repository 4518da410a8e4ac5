/** The map of one search: the units that can take her on the day, with their numbers in the list. */
import type { JSX } from 'react';
import type { Municipality } from '../../domain/geography/municipalities.ts';
import type { CountryDrawing } from '../../domain/geography/projection.ts';
import type { NationalIndex } from '../../domain/placement/national-index.ts';
import type { RankedUnit } from '../../domain/placement/search.ts';
import type { Day } from '../../domain/time.ts';
import { weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { mapTexts } from './map-texts.ts';
import { ReachMap } from './reach-map.tsx';

type Props = {
  readonly ranked: readonly RankedUnit[];
  readonly index: NationalIndex;
  readonly home: Municipality | null;
  readonly arrival: Day;
  readonly country: CountryDrawing | null;
  readonly language: Language;
};

export function FindMap({ ranked, index, home, arrival, country, language }: Props): JSX.Element {
  const units = ranked
    .filter(({ answer }) => answer.outcome === 'can-come' || answer.outcome === 'can-come-with-moves')
    .flatMap(({ facility, unit, position, freshness }) => {
      const indexed = index.units.get(unit.id);
      return indexed ? [{ facility, unit, number: position.number, isStale: freshness !== 'fresh', minutesFrom: indexed.minutesFrom }] : [];
    });
  return (
    <ReachMap
      id="kort"
      title={mapTexts(language)('findTitle', { day: weekdayText(arrival, language) })}
      units={units}
      home={home}
      whose="her"
      country={country}
      language={language}
    />
  );
}
