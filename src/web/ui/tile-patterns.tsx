/** How a tile of a map is filled (da: mønstre på kortet), for the maps of travel. */
import type { JSX } from 'react';

/** From near to far. */
export const tileSteps = [0, 1, 2, 3, 4] as const;

/** Colour is never alone: from nothing over dots and lines to a grid. */
export function TilePatterns({ id }: { readonly id: string }): JSX.Element {
  return (
    <defs>
      {tileSteps.map((step) => (
        <pattern key={step} id={`${id}-${step}`} width="6" height="6" patternUnits="userSpaceOnUse">
          {step === 1 && <circle cx="3" cy="3" r="0.8" className="mark-dark" />}
          {step === 2 && <path d="M0 6L6 0" className="line-dark" />}
          {step === 3 && <path d="M0 3H6" className="line-light" />}
          {step === 4 && <path d="M0 0L6 6M0 6L6 0" className="line-light" />}
        </pattern>
      ))}
      <pattern id={`${id}-none`} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M0 0L6 6" className="line-dark" />
      </pattern>
    </defs>
  );
}

/** A step as it is drawn on the map, for the list that says what each means. */
export function TileSwatch({ id, step }: { readonly id: string; readonly step: (typeof tileSteps)[number] | 'none' }): JSX.Element {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d="M1 1h18v18h-18Z" className={`area step-${step}`} />
      <path d="M1 1h18v18h-18Z" className="area-pattern" fill={`url(#${id}-${step})`} />
    </svg>
  );
}

/** A unit as it is drawn on the map; `isStale` where its capacity was not confirmed lately. */
export function DotSwatch({ isStale = false }: { readonly isStale?: boolean }): JSX.Element {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={isStale ? 'unit-dot stale' : 'unit-dot'}>
      <circle cx="10" cy="10" r="6" />
    </svg>
  );
}
