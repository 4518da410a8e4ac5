/** Where somebody is told to ring a municipality: its number, or in a plain sentence that it has written none. */
import type { JSX } from 'react';
import { municipality, municipalityTitle } from '../../domain/geography/municipalities.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { Language } from '../ui/language.ts';
import { municipalityTelephoneTexts } from './municipality-telephone-texts.ts';
import { Telephone } from './telephone.tsx';

type Of = Pick<StayWithName, 'municipality'>;

/** «Odense Kommune: 00 00 03 42.» `null` where no municipality is known. */
export function municipalityNumberText({ municipality: rung }: Of, language: Language): string | null {
  const of = rung && municipality(rung.id);
  if (!rung || !of) return null;
  const say = municipalityTelephoneTexts(language);
  return rung.telephone === null
    ? say('none', { name: municipalityTitle(of.id) })
    : say('known', { name: municipalityTitle(of.id), number: rung.telephone });
}

/** The same as a line of its own, with a number that can be rung by touching it. */
export function MunicipalityNumber({
  stay: { municipality: rung },
  language,
}: {
  readonly stay: Of;
  readonly language: Language;
}): JSX.Element | null {
  const of = rung && municipality(rung.id);
  if (!rung || !of) return null;
  const say = municipalityTelephoneTexts(language);
  if (rung.telephone === null) return <p>{say('none', { name: municipalityTitle(of.id) })}</p>;
  return (
    <p>
      {municipalityTitle(of.id)}: <Telephone number={rung.telephone} />.
    </p>
  );
}
