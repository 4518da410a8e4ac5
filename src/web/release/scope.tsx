/** Which years a release is of, and where the others and a single region's report are: what a secretariat looks for here and does not find. */
import type { JSX } from 'react';
import type { CallPackage } from '../../domain/call/package.ts';
import { callAddress } from '../calls/addresses.ts';
import { ownNumbersAddress } from '../numbers/addresses.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';

const texts = catalogue(
  {
    years: 'En udgivelse af «{call}» er af de år, der er spurgt om: {years}. Rapporten for en enkelt region ligger under udmeldingen.',
    toCall: 'Gå til rapporterne',
    others: 'Kan tal for {year} og andre år udgives?',
    othersWhy:
      'Ikke endnu. Der udgives kun tal, som en udmelding har spurgt om, som kommunerne har svaret på, og som styrelsen har meldt afrapporteret: så kan svarene ikke ændre sig bagefter. Det mangler for {year}:',
    othersCall: 'Styrelsen udsender en udmelding, der spørger om {year} (serviceloven § 13 b). Det er kun styrelsen, der kan det.',
    othersAnswer: 'Kommunerne svarer, når året er slut, og sekretariaterne samler svarene.',
    othersReport: 'Styrelsen lukker for svar og melder afrapporteret. Et sekretariat kan bede den om det på udmeldingens side.',
    othersCounts:
      'Optællingerne fra forløbene for {year} er ikke et svar: de ændrer sig, når noget skrives eller rettes bagefter, og de er ikke prøvet sammen med det, der er udgivet. Derfor kan de ikke udgives.',
    ownSays: 'Jeres egne står under Vores tal og kan hentes som Excel, men de er ikke beskyttet og må ikke gives videre.',
    own: 'Gå til Vores tal',
  },
  {
    years: 'A release of “{call}” is of the years that were asked about: {years}. The report of a single region is under the call.',
    toCall: 'Go to the reports',
    others: 'Can numbers of {year} and other years be released?',
    othersWhy:
      'Not yet. Only numbers are released that a call has asked for, the municipalities have answered, and the agency has reported: then the answers cannot change afterwards. For {year} these are missing:',
    othersCall: 'The agency issues a call that asks about {year} (serviceloven § 13 b). Nobody else can.',
    othersAnswer: 'The municipalities answer when the year is over, and the secretariats compile the answers.',
    othersReport: 'The agency closes for answers and reports the call. A secretariat can ask it to on the call’s page.',
    othersCounts:
      'The counts from the pathways for {year} are no answer: they change when something is written or corrected afterwards, and they are not tried together with what has been released. So they cannot be released.',
    ownSays: 'Your own are under Our numbers and can be fetched as Excel, but they are not protected and must not be passed on.',
    own: 'Go to Our numbers',
  },
);

type Props = {
  readonly calls: readonly CallPackage[];
  /** Whether the reader has numbers of its own area. */
  readonly hasOwn: boolean;
  /** The latest year that is over. */
  readonly latestYear: number;
  readonly language: Language;
};

export function ReleaseScope({ calls, hasOwn, latestYear, language }: Props): JSX.Element {
  const say = texts(language);
  return (
    <>
      {calls.map(({ id, title, years }) => (
        <p key={id}>
          {say('years', { call: title, years: `${years[0] ?? ''}–${years.at(-1) ?? ''}` })} <a href={callAddress(id)}>{say('toCall')}</a>
        </p>
      ))}
      {!calls.some(({ years }) => years.includes(latestYear)) && (
        <Card heading={say('others', { year: String(latestYear) })} id="andre-aar">
          <p>{say('othersWhy', { year: String(latestYear) })}</p>
          <ol>
            {(['othersCall', 'othersAnswer', 'othersReport'] as const).map((key) => (
              <li key={key}>{say(key, { year: String(latestYear) })}</li>
            ))}
          </ol>
          <p>{say('othersCounts', { year: String(latestYear) })}</p>
          {hasOwn && (
            <p>
              {say('ownSays')} <a href={ownNumbersAddress}>{say('own')}</a>
            </p>
          )}
        </Card>
      )}
    </>
  );
}
