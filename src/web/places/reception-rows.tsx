/** What must be ready when she comes: what her pathway says of it, what nobody has told, and whom to ask. */
import type { JSX, ReactNode } from 'react';
import { municipality, municipalityTitle } from '../../domain/geography/municipalities.ts';
import type { Id } from '../../domain/id.ts';
import type { Reception } from '../../domain/pathway/reception.ts';
import { unitSight } from '../../domain/placement/unit-sight.ts';
import type { ExpectedStay } from '../../store/placement-reception.ts';
import type { Language } from '../ui/language.ts';
import { heldByText } from './stay-words.ts';
import { placeTexts } from './texts.ts';
import { unitSightTexts } from './unit-sight-texts.ts';
import { coordinatorLine } from '../pathways/coordinator-line.ts';
import { Telephone } from './telephone.tsx';
import { telephoneTexts } from './telephone-texts.ts';
import { coordinatorText, receptionText } from './words.ts';
import { danishDay, type Moment } from '../../domain/time.ts';

type Row = readonly [label: string, value: ReactNode];

/** The pregnancy, for one of whom the unit reads it. */
export function pregnancyRows(stay: ExpectedStay, now: Moment, language: Language): readonly Row[] {
  const { reception } = stay;
  return reception === null || unitSight(stay) === 'over'
    ? []
    : [[placeTexts(language)('pregnancy'), receptionText(reception, danishDay(now), language)]];
}

/** Whom to ring; a number that nobody gave is said to be missing. */
export function coordinatorRows({ reception }: ExpectedStay, language: Language): readonly Row[] {
  return reception === null ? [] : [[placeTexts(language)('callWhom'), <Coordinator key="ring" of={reception} language={language} />]];
}

function Coordinator({ of: reception, language }: { readonly of: Reception; readonly language: Language }): JSX.Element {
  const { coordinator } = reception;
  if (!coordinator?.telephone) return <>{coordinatorText(reception, language)}</>;
  return (
    <>
      {coordinatorLine({ ...coordinator, telephone: null })}, <Telephone number={coordinator.telephone} />
    </>
  );
}

/** Whom to ring about what her team is to do: her coordinator with the number, or the municipality where nobody was named, at its number or its main number. */
export function WhomToRing({ stay, language }: { readonly stay: ExpectedStay; readonly language: Language }): JSX.Element {
  const { reception } = stay;
  if (reception !== null && reception.coordinator !== null) return <Coordinator of={reception} language={language} />;
  const payer = stay.paidBy === null ? null : municipality(stay.paidBy);
  const telephone = stay.municipality?.telephone ?? null;
  if (payer === null)
    return (
      <>
        {heldByText(stay, language)}
        {telephone !== null && (
          <>
            , <Telephone number={telephone} />
          </>
        )}
      </>
    );
  if (telephone === null) return <>{unitSightTexts(language)('mainNumber', { name: municipalityTitle(payer.id) })}</>;
  return (
    <>
      {municipalityTitle(payer.id)}, <Telephone number={telephone} />
    </>
  );
}

/** Who pays, with the number of that municipality: the unit rings it about what the coordinator cannot answer. */
export function Payer({
  stay,
  paidBy,
  language,
}: {
  readonly stay: Pick<ExpectedStay, 'municipality'>;
  readonly paidBy: Id<'municipality'>;
  readonly language: Language;
}): JSX.Element {
  const telephone = stay.municipality?.telephone ?? null;
  return (
    <>
      {municipalityTitle(paidBy)}, {telephone === null ? telephoneTexts(language)('none') : <Telephone number={telephone} />}
    </>
  );
}

/** Substances and substitution treatment, once the place is hers. Samløb holds no medicine and no allergies: that is said where one asks for them. */
export function healthRows(stay: ExpectedStay, language: Language): readonly Row[] {
  const { reception } = stay;
  if (reception === null || unitSight(stay) !== 'expected') return [];
  const say = unitSightTexts(language);
  const isSubstituted = stay.needs.some(({ property }) => property === 'substitution-treatment');
  return [
    [say('substances'), reception.substances === null ? say('notTold') : say(`sought.${reception.substances}`)],
    [say('substitution'), say(isSubstituted ? 'substitutionNeeded' : 'notTold')],
  ];
}

/** Whom to ask for what is not told: the coordinator, or the municipality that pays where nobody was named. */
export function askWhomText(stay: ExpectedStay, language: Language): string | null {
  const { reception } = stay;
  if (reception === null || unitSight(stay) !== 'expected') return null;
  return unitSightTexts(language)('askWhom', { whom: whomToAsk(stay, reception, language) });
}

function whomToAsk(stay: ExpectedStay, reception: Reception, language: Language): string {
  if (reception.coordinator !== null) return coordinatorText(reception, language);
  const payer = stay.paidBy === null ? null : municipality(stay.paidBy);
  if (payer === null) return heldByText(stay, language);
  const name = municipalityTitle(payer.id);
  return stay.municipality?.telephone ? `${name} (${stay.municipality.telephone})` : name;
}
