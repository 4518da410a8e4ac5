/** What a page says to one who comes by a link to a number that is not there any more: never another number in silence. */
import type { JSX } from 'react';
import { type FormerFigure, inPlaceOf } from '../../domain/numbers/former-figure.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import type { Permit } from '../../domain/trail.ts';
import type { Database } from '../../store/database.ts';
import { readFormerFigure } from '../../store/published-documents.ts';
import { momentText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { documentsAddress, estimateAddress } from './addresses.ts';
import { estimateName } from './chosen-number.tsx';

const danish = {
  heading: 'Linket er til et tal, der er taget ud',
  was: 'Tallet var {name}.',
  removed: 'Det blev taget ud {day}, fordi: «{because}».',
  withdrawn: 'Dokumentet udgik {day}, fordi: «{because}».',
  from: 'Det står stadig under «Alle udgaver» i dokumentet:',
  instead: 'I dag siger dette tal det samme om de samme år:',
  noneInstead: 'Intet andet tal siger det samme om de samme år.',
  shown: 'Nedenfor vises et andet tal: {name}.',
  unknown: 'Linket er til et tal, der ikke findes her',
};
const english: Readonly<Record<keyof typeof danish, string>> = {
  heading: 'The link is to a number that has been taken out',
  was: 'The number was {name}.',
  removed: 'It was taken out {day}, because: “{because}”.',
  withdrawn: 'The document was withdrawn {day}, because: “{because}”.',
  from: 'It still stands under “All versions” in the document:',
  instead: 'Today this number says the same of the same years:',
  noneInstead: 'No other number says the same of the same years.',
  shown: 'Below another number is shown: {name}.',
  unknown: 'The link is to a number that is not here',
};
const texts = catalogue(danish, english);

/** A number that was asked for and is not in force; `former` is null where there never was one. */
export type MissingNumber = { readonly former: FormerFigure | null };

/** Null where nothing was asked for, or what was is in force. */
export async function missingNumber(
  db: Database,
  permit: Permit,
  asked: unknown,
  estimates: readonly PublishedEstimate[],
): Promise<MissingNumber | null> {
  if (typeof asked !== 'string' || asked === '' || estimates.some(({ id }) => id === asked)) return null;
  return { former: await readFormerFigure(db, permit, asked) };
}

type Props = {
  readonly missing: MissingNumber | null;
  readonly estimates: readonly PublishedEstimate[];
  /** What the page shows instead. */
  readonly shown: PublishedEstimate;
  readonly language: Language;
};

export function FormerNumber({ missing, estimates, shown, language }: Props): JSX.Element | null {
  if (missing === null) return null;
  const say = texts(language);
  const instead = say('shown', { name: estimateName(shown, language) });
  const { former } = missing;
  if (former === null)
    return (
      <Alert tone="attention" heading={say('unknown')}>
        <p>{instead}</p>
      </Alert>
    );
  const { estimate, document, title, since, because, isWholeDocument } = former;
  const successors = inPlaceOf(estimate, estimates);
  return (
    <Alert tone="attention" heading={say('heading')}>
      <p>
        {say('was', { name: estimateName(estimate, language) })}{' '}
        {say(isWholeDocument ? 'withdrawn' : 'removed', { day: momentText(since, language), because })}
      </p>
      <p>
        {say('from')} <a href={`${documentsAddress}/${document}`}>{title}</a>
      </p>
      {successors.length === 0 ? (
        <p>{say('noneInstead')}</p>
      ) : (
        <>
          <p>{say('instead')}</p>
          <ul>
            {successors.map((one) => (
              <li key={one.id}>
                <a href={estimateAddress(one.id)}>{estimateName(one, language)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{instead}</p>
    </Alert>
  );
}
