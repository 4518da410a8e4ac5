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
