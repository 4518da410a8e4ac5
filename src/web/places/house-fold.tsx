/** What is read when it is needed: a line on a phone, in full where there is room, and in full on the card that a link leads to. */
import type { JSX, ReactNode } from 'react';
import { catalogue } from '../ui/language.ts';

export const houseFoldTexts = catalogue(
  {
    tonight: 'Pladserne i nat: {free} af {places} er ledige',
    past: '{count, plural, one {Vis ét tidligere ophold} other {Vis # tidligere ophold}}',
    stay: 'Oplysninger om opholdet',
    stayDeeds: 'Oplysninger, og hvad du kan skrive om opholdet',
  },
  {
    tonight: 'The places tonight: {free} of {places} are free',
    past: '{count, plural, one {Show one earlier stay} other {Show # earlier stays}}',
    stay: 'Facts of the stay',
    stayDeeds: 'Facts, and what you can write of the stay',
  },
);

export function HouseFold({ summary, children }: { readonly summary: string; readonly children: ReactNode }): JSX.Element {
  return (
    <details className="house-fold">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
