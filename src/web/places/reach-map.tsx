/**
 * The map: each municipality in a colour and a pattern by the way to the nearest unit that can, a dot for each such unit, her home marked. As
 * SVG from the server with a table that says the same.
 */
import type { JSX } from 'react';
import type { Municipality } from '../../domain/geography/municipalities.ts';
import type { CountryDrawing } from '../../domain/geography/projection.ts';
import { type Reach, reachOf, reachStep } from '../../domain/geography/reach.ts';
import type { Language } from '../ui/language.ts';
import { TilePatterns } from '../ui/tile-patterns.tsx';
import { escaped } from '../ui/markup.ts';
import { type MapArea, mapOutline, type MapOutline, type Spot } from './map-outline.ts';
import { mapTexts } from './map-texts.ts';
import { Legend, type MappedUnit, mostNames, OnTheMap, type Reached, Twin } from './reach-map-words.tsx';
import { travelText, unitTitle } from './words.ts';

export type ReachMapProps = {
  /** Unique on the page: the names of patterns and of the title are made from it. */
  readonly id: string;
  readonly title: string;
  readonly units: readonly MappedUnit[];
  readonly home: Municipality | null;
  /** Hers, or that of the one who asks. */
  readonly whose: 'her' | 'own';
  readonly country: CountryDrawing | null;
  readonly language: Language;
};

export function ReachMap({ id, title, units, home, whose, country, language }: ReachMapProps): JSX.Element {
  const say = mapTexts(language);
  // A country that is hatched from end to end shows nothing, and a table of 98 dashes is long to hear: that none can is said in a sentence.
  if (units.length === 0)
    return (
      <section className="reach-map" aria-labelledby={`${id}-heading`}>
        <h2 id={`${id}-heading`}>{title}</h2>
        <p>{say(`noUnits.${whose}`)}</p>
      </section>
    );
  const outline = mapOutline(country);
  const reached = reachOf(units);
  const ofHome = home && reached.get(home.id);
  const homeText =
    home === null
      ? ''
      : ofHome
        ? say(`describe.${whose}`, homeValues(home, ofHome, language))
        : say(`describeNone.${whose}`, { municipality: home.name });
  return (
    <section className="reach-map" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      <svg
        viewBox={`-8 -8 ${Math.ceil(outline.width) + 16} ${Math.ceil(outline.height) + 16}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{`${say('describe', { count: units.length })} ${homeText}`}</desc>
        <TilePatterns id={id} />
        <g dangerouslySetInnerHTML={{ __html: outline.areas.map((area) => areaMarkup(area, reached, id, language)).join('') }} />
        {home && <Home outline={outline} home={home} />}
        <Dots outline={outline} placed={units} home={home} language={language} />
      </svg>
      <Legend id={id} whose={home && whose} units={units} language={language} />
      <OnTheMap units={units} language={language} />
      <p className="quiet">
        {homeText} {say(country === null ? 'creditTiles' : 'credit')}
      </p>
      <Twin reached={reached} language={language} />
    </section>
  );
}

/** One of 98 alike: as text, so that the country costs a page less than what it asks for. */
function areaMarkup({ municipality, path }: MapArea, reached: Reached, id: string, language: Language): string {
  const reach = reached.get(municipality.id);
  const step = reach ? reachStep(reach.minutes) : 'none';
  const title = escaped(areaText(municipality, reach, language));
  return (
    `<g><title>${title}</title><path d="${path}" class="area step-${step}" fill-rule="evenodd"></path>` +
    `<path d="${path}" class="area-pattern" fill="url(#${id}-${step})" fill-rule="evenodd"></path></g>`
  );
}

function homeValues(home: Municipality, { place, minutes }: Reach<MappedUnit>, language: Language): Readonly<Record<string, string>> {
  return { municipality: home.name, travel: travelText(minutes, language), unit: unitTitle(place) };
}

function areaText({ name }: Municipality, reach: Reach<MappedUnit> | undefined, language: Language): string {
  const say = mapTexts(language);
  if (!reach) return say('areaNone', { municipality: name });
  return say('area', { municipality: name, travel: travelText(reach.minutes, language), unit: unitTitle(reach.place) });
}

function Home({ outline, home }: { readonly outline: MapOutline; readonly home: Municipality }): JSX.Element {
  const area = outline.areas.find(({ municipality }) => municipality.id === home.id);
  const { x, y } = outline.middle(home.id);
  return (
    <g className="home">
      {area && <path d={area.path} className="home-area" />}
      <path d={`M${x - 8} ${y}l8 -8l8 8M${x - 5} ${y - 2}v9h10v-9`} className="home-mark" />
    </g>
  );
}

/** Units that fall on the same spot, or on her home, are laid below it, so that each can be seen. */
function Dots({
  outline,
  placed,
  home,
  language,
}: {
  readonly outline: MapOutline;
  readonly placed: readonly MappedUnit[];
  readonly home: Municipality | null;
  readonly language: Language;
}): JSX.Element {
  const atHome = home && outline.middle(home.id);
  const spots = placed.map((one) => ({ one, spot: outline.spot(one.facility) }));
  const isNamed = placed.length <= mostNames;
  return (
    <>
      {spots.map(({ one, spot }, index) => {
        const before = spots.slice(0, index).filter((other) => Math.hypot(other.spot.x - spot.x, other.spot.y - spot.y) < 4).length;
        const isAtHome = atHome !== null && Math.hypot(atHome.x - spot.x, atHome.y - spot.y) < 12;
        return (
          <Dot
            key={one.unit.id}
            one={one}
            spot={{ x: spot.x, y: spot.y + (before + (isAtHome ? 1 : 0)) * 16 }}
            outline={outline}
            isNamed={isNamed}
            language={language}
          />
        );
      })}
    </>
  );
}

function Dot({
  one,
  spot: { x, y },
  outline,
  isNamed,
  language,
}: {
  readonly one: MappedUnit;
  readonly spot: Spot;
  readonly outline: MapOutline;
  readonly isNamed: boolean;
  readonly language: Language;
}): JSX.Element {
  const isRight = x > outline.width * 0.6;
  return (
    <g className={one.isStale ? 'unit-dot stale' : 'unit-dot'}>
      <title>{one.isStale ? mapTexts(language)('stale', { unit: unitTitle(one) }) : unitTitle(one)}</title>
      <circle cx={x} cy={y} r={one.number === null ? 5 : 8} />
      {one.number !== null && (
        <text x={x} y={y + 4} textAnchor="middle" className="number">
          {one.number}
        </text>
      )}
      {isNamed && (
        <text x={isRight ? x - 11 : x + 11} y={y + 4} textAnchor={isRight ? 'end' : 'start'} className="name">
          {one.facility.name.replace(/ \(.*\)$/, '')}
        </text>
      )}
    </g>
  );
}
