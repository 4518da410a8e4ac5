/** An overlap table as it was given. */
import type { JSX } from 'react';
import type { OverlapTable } from '../../domain/estimation/overlap-table.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { analysisTexts } from './texts.ts';

/** The table that the analysis was given, folded away. */
export function GivenTable({ table, language }: { readonly table: OverlapTable; readonly language: Language }): JSX.Element {
  const say = analysisTexts(language);
  const { lists, cells } = table;
  return (
    <details>
      <summary>{say('given')}</summary>
      <Sheet caption={say('given')}>
        <thead>
          <tr>
            {lists.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col" className="number">
              {say('count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(
            ({ low, high }, cell) =>
              cell > 0 && (
                // The number of the cell is the combination of lists.
                <tr key={lists.map((_, list) => (cell >> list) & 1).join('')}>
                  {lists.map((name, list) => (
                    <td key={name}>{(cell >> list) & 1 ? say('onList') : '–'}</td>
                  ))}
                  <td className="number">{low === high ? low : `${low}–${high}`}</td>
                </tr>
              ),
          )}
        </tbody>
      </Sheet>
    </details>
  );
}
