/** Whom she can ring, as far as a number is known: her coordinator, the house that her place is in, and whom to ask where no number is. */
import type { JSX } from 'react';
import { municipality, municipalityTitle } from '../../domain/geography/municipalities.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { Telephone } from '../places/telephone.tsx';
import { ownPlacesTexts } from './own-places-texts.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Card, Pairs } from '../ui/pieces.tsx';

const texts = catalogue(
  {
    heading: 'Sådan får du fat i nogen',
    coordinator: 'Din koordinator',
    deputy: 'Når koordinatoren ikke er der',
    house: 'Døgntilbuddet',
    municipality: 'Kommunen',
    noNumber: 'Her står ikke noget nummer: bed {whom} om det.',
    noNumberAlone: 'Her står ikke noget nummer.',
    askTeam: 'Bed om {name} hos {party}.',
    municipalityAsk: 'Bed om {party}.',
    municipalityAskAny: 'Sig, at det handler om dit forløb.',
    municipalityHow: '{name}. Her står ikke noget nummer: ring til kommunens hovednummer, og bed om {party}.',
    municipalityHowAny: '{name}. Her står ikke noget nummer: ring til kommunens hovednummer, og bed om familieafdelingen.',
    hours: 'Her står ikke, hvornår telefonen bliver taget. Er der fare for dig eller barnet, så ring 112.',
    nobody: 'Du har ikke fået en koordinator endnu. Spørg en af dem, der deltager, hvem du kan ringe til.',
  },
  {
    heading: 'How to reach somebody',
    coordinator: 'Your coordinator',
    deputy: 'When the coordinator is away',
    house: 'The residential unit',
    municipality: 'The municipality',
    noNumber: 'No number stands here: ask {whom} for it.',
    noNumberAlone: 'No number stands here.',
    askTeam: 'Ask for {name} at {party}.',
    municipalityAsk: 'Ask for {party}.',
    municipalityAskAny: 'Say that it is about your pathway.',
    municipalityHow: '{name}. No number stands here: ring the municipality’s main number and ask for {party}.',
    municipalityHowAny: '{name}. No number stands here: ring the municipality’s main number and ask for the family department.',
    hours: 'It does not stand here when the telephone is answered. If you or the child are in danger, ring 112.',
    nobody: 'You have no coordinator yet. Ask one of those who take part whom you can ring.',
  },
);

/** A house where she lives or has a place, or `isPast`, had one lately: its number, `null` where it has named none, and where it is; empty where nobody wrote it. */
export type House = {
  readonly name: string;
  readonly telephone: string | null;
  readonly town: string;
  readonly address: string;
  readonly isPast: boolean;
};

type Props = {
  readonly pathway: Pathway;
  readonly houses: readonly House[];
  /** Those of her team that the municipality's own number leads to: a hospital's clinic is none of them. */
  readonly departments: readonly string[];
  /** The number her municipality has written for women and units to ring; `null` where it has written none. */
  readonly municipalityTelephone: string | null;
  readonly language: Language;
};

export function OwnReach({ pathway, houses, departments, municipalityTelephone, language }: Props): JSX.Element {
  const say = texts(language);
  const { coordinator, municipality: of, team } = pathway;
  const acting = of === null || municipality(of) === null ? null : municipalityTitle(of);
  const party = coordinator?.organisationName ?? team[0]?.name ?? null;
  return (
    <Card heading={say('heading')}>
      {coordinator === null && <p>{say('nobody')}</p>}
      <Pairs
        pairs={[
          ...(coordinator === null
            ? []
            : [
                [
                  say('coordinator'),
                  <span key="coordinator">
                    {[coordinator.name, coordinator.organisationName].filter(Boolean).join(', ')}
                    {'. '}
                    {coordinator.telephone ? (
                      <Telephone number={coordinator.telephone} />
                    ) : party === null ? (
                      say('noNumberAlone')
                    ) : (
                      say('noNumber', { whom: party })
                    )}
                  </span>,
                ] as const,
              ]),
          ...(coordinator?.deputy
            ? [[say('deputy'), party === null ? coordinator.deputy : say('askTeam', { name: coordinator.deputy, party })] as const]
            : []),
          ...houses.map(
            ({ name, telephone, isPast }) =>
              [
                isPast ? ownPlacesTexts(language)('houseLast') : say('house'),
                <span key={name}>
                  {name}
                  {'. '}
                  {telephone === null ? say('noNumber', { whom: coordinator?.name ?? name }) : <Telephone number={telephone} />}
                </span>,
              ] as const,
          ),
          ...(acting === null
            ? []
            : [
                [
                  say('municipality'),
                  <Acting
                    key="municipality"
                    name={acting}
                    telephone={municipalityTelephone}
                    party={party !== null && departments.includes(party) ? party : null}
                    language={language}
                  />,
                ] as const,
              ]),
        ]}
      />
      <p>{say('hours')}</p>
    </Card>
  );
}

/** Her municipality, with its number, or how to find one where it has written none. */
function Acting({
  name,
  telephone,
  party,
  language,
}: {
  readonly name: string;
  readonly telephone: string | null;
  /** Whom to ask for there; `null` where nobody of it is in her team. */
  readonly party: string | null;
  readonly language: Language;
}): JSX.Element {
  const say = texts(language);
  if (telephone === null) return <>{party === null ? say('municipalityHowAny', { name }) : say('municipalityHow', { name, party })}</>;
  return (
    <>
      {name}. <Telephone number={telephone} />. {party === null ? say('municipalityAskAny') : say('municipalityAsk', { party })}
    </>
  );
}
