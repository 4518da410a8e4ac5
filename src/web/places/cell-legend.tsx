/** What the patterns and colours of a table mean: each as it is drawn, with its words beside it. */
import type { JSX } from 'react';

export type LegendEntry = { readonly className: string; readonly text: string };

export function CellLegend({ heading, entries }: { readonly heading: string; readonly entries: readonly LegendEntry[] }): JSX.Element {
  return (
    <ul className="cell-legend" aria-label={heading}>
      {entries.map(({ className, text }) => (
        <li key={text}>
          <span className={`swatch ${className}`} aria-hidden="true" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
