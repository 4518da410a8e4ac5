/** Her answer to the waiting list as a form of its own: while a place is offered her the wish stands, and what she says can be written all the same. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { type ListAnswer, listAnswers } from '../../domain/pathway/her-list-answer.ts';
import type { Fields } from '../form.ts';
import { listAnswerTexts } from '../pathways/list-answer-words.ts';
import { RadioGroup } from '../ui/fields.tsx';
import { catalogue, type Language } from '../ui/language.ts';
import { herWaitingAddress } from './addresses.ts';

const field = 'svar-liste';

export const sayToListTexts = catalogue(
  {
    write: 'Skriv hendes svar på ventelisten',
    saved: 'Hendes svar på ventelisten er skrevet.',
    'not-on-list': 'Hun står ikke på ventelisten.',
  },
  { write: 'Write her answer to the list', saved: 'Her answer to the list is written.', 'not-on-list': 'She is not on the waiting list.' },
);

/** What the form says; `null` where nothing was chosen. */
export function saidToList(fields: Fields): ListAnswer | null {
  return listAnswers.find((one) => one === fields.text(field)) ?? null;
}

type Props = { readonly pathway: Id<'pathway'>; readonly answer: ListAnswer | null; readonly language: Language };

export function SayToList({ pathway, answer, language }: Props): JSX.Element {
  const list = listAnswerTexts(language);
  return (
    <details open={answer !== 'yes'}>
      <summary>{sayToListTexts(language)('write')}</summary>
      <form method="post" action={`${herWaitingAddress(pathway)}/svar`}>
        <RadioGroup
          name={field}
          label={list('question')}
          hint={list('hint')}
          value={answer ?? undefined}
          errors={{}}
          options={listAnswers.map((value) => ({ value, text: list(value) }))}
        />
        <button className="button button-secondary">{sayToListTexts(language)('write')}</button>
      </form>
    </details>
  );
}
