/** All published documents in one list, and the form for one more. */
import type { JSX } from 'react';
import type { DocumentVersion } from '../../domain/numbers/published-document.ts';
import { ErrorSummary } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Sheet, Tag } from '../ui/pieces.tsx';
import { documentsAddress } from './addresses.ts';
import { DocumentForm, type Written } from './document-form.tsx';
import { documentFieldName, documentTexts } from './document-words.ts';

type ListProps = {
  readonly documents: readonly DocumentVersion[];
  readonly written: Written;
  readonly mayWrite: boolean;
  readonly language: Language;
};

export function DocumentList({ documents, written, mayWrite, language }: ListProps): JSX.Element {
  const say = documentTexts(language);
  return (
    <>
      <ErrorSummary heading={say('wrong')} errors={written.errors} nameOf={(field) => documentFieldName(field, language)} />
      <p>{say('intro')}</p>
      {documents.length === 0 ? (
        <Alert tone="notice">{say('noneYet')}</Alert>
      ) : (
        <Sheet caption={say('known')}>
          <thead>
            <tr>
              <th scope="col">{say('document')}</th>
              <th scope="col">{say('publisher')}</th>
              <th scope="col">{say('said')}</th>
              <th scope="col" className="number">
                {say('figures')}
              </th>
              <th scope="col">{say('state')}</th>
            </tr>
          </thead>
          <tbody>
            {documents.map(({ id, title, publisher, said, figures, withdrawn }) => (
              <tr key={id}>
                <th scope="row" lang="da">
                  <a href={`${documentsAddress}/${id}`}>{title}</a>
                </th>
                <td lang="da">{publisher}</td>
                <td>{dayText(said, language)}</td>
                <td className="number">{figures.length}</td>
                <td>{withdrawn ? <Tag>{say('withdrawn')}</Tag> : say('inForce')}</td>
              </tr>
            ))}
          </tbody>
        </Sheet>
      )}
      {mayWrite && (
        <DocumentForm
          action={documentsAddress}
          seen={0}
          heading={say('add')}
          text={say('addSays')}
          asksWhy={false}
          {...{ written, language }}
        />
      )}
    </>
  );
}
