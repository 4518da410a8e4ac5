/** The table of imported lists: who took each in, from where, by which rule, and when it is forgotten. */
import type { JSX } from 'react';
import type { ImportedList } from '../../store/lists.ts';
import { danishDay } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { listsAddress } from './addresses.ts';
import { importedTexts } from './texts.ts';

type Props = { readonly imports: readonly ImportedList[]; readonly takes: boolean; readonly language: Language };

export function ImportsTable({ imports, takes, language }: Props): JSX.Element {
  const say = importedTexts(language);
  if (imports.length === 0) return <Card heading={say('imports')}>{say('noImports')}</Card>;
  return (
    <div className="cards-on-phone">
      <Sheet caption={say('imports')}>
        <thead>
          <tr>
            <th scope="col">{say('list')}</th>
            <th scope="col">{say('source')}</th>
            <th scope="col">{say('year')}</th>
            <th scope="col">{say('lines')}</th>
            <th scope="col">{say('taken')}</th>
            <th scope="col">{say('forgetOn')}</th>
            <th scope="col">{say('rule')}</th>
            <th scope="col">{say('fingerprint')}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((list) => (
            <Line key={list.id} list={list} takes={takes} language={language} />
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}

function Line({ list, takes, language }: Omit<Props, 'imports'> & { readonly list: ImportedList }): JSX.Element {
  const say = importedTexts(language);
  const { deleted } = list;
  return (
    <tr>
      <th scope="row">
        {list.title}{' '}
        {deleted ? (
          <span className="quiet where">
            {say('deletedBy', { day: dayText(danishDay(deleted.recorded), language), name: deleted.byName, because: deleted.because })}
          </span>
        ) : (
          takes && (
            <a className="no-print" href={`${listsAddress}/${list.id}/slet`}>
              {say('delete')}
              <span className="out-of-sight"> {list.title}</span>
            </a>
          )
        )}
      </th>
      <td data-head={say('source')}>{list.source}</td>
      <td data-head={say('year')}>{list.year}</td>
      <td data-head={say('lines')}>{list.lines}</td>
      <td data-head={say('taken')}>{say('takenBy', { day: dayText(danishDay(list.recorded), language), name: list.byName })}</td>
      <td data-head={say('forgetOn')}>{dayText(list.forgetOn, language)}</td>
      <td data-head={say('rule')}>{list.rule}</td>
      <td data-head={say('fingerprint')}>
        <code>{list.digest.slice(0, 12)}</code>
      </td>
    </tr>
  );
}
