/** What was changed and by whom, the latest first: the same table for a facility and for a unit. */
import type { JSX } from 'react';
import type { Moment } from '../../domain/time.ts';
import { momentText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';

const texts = catalogue(
  { history: 'Historik', when: 'Hvornår', who: 'Hvem', what: 'Hvad', before: 'Før', after: 'Efter' },
  { history: 'History', when: 'When', who: 'Who', what: 'What', before: 'Before', after: 'After' },
);

/** One change, in words. */
export type ChangeLine = {
  readonly sequence: number;
  readonly recorded: Moment;
  readonly byName: string;
  readonly organisationName: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
};

export function ChangeHistory({ lines, language }: { readonly lines: readonly ChangeLine[]; readonly language: Language }): JSX.Element {
  const say = texts(language);
  return (
    <div className="stacked labelled history">
      <Sheet caption={say('history')}>
        <thead>
          <tr>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ sequence, recorded, byName, organisationName, what, before, after }) => (
            <tr key={sequence}>
              <th scope="row">{momentText(recorded, language)}</th>
              <td data-label={say('who')}>
                {byName}
                {organisationName !== byName && <span className="quiet">, {organisationName}</span>}
              </td>
              <td data-label={say('what')}>{what}</td>
              <td data-label={say('before')}>{before}</td>
              <td data-label={say('after')}>{after}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}
