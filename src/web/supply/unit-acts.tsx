/** What is done with a whole unit from its upkeep: another name, closed for good, and the way to its facility. */
import type { JSX } from 'react';
import type { UpkeepMaterial } from '../../store/supply-upkeep.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { facilityAddress, unitNameAddress, upkeepFormAddress } from './addresses.ts';
import { supplyTexts } from './texts.ts';

export function UnitActs({ material, language }: { readonly material: UpkeepMaterial; readonly language: Language }): JSX.Element {
  const say = supplyTexts(language);
  const { facility, unit, supply } = material;
  const ended = supply.closures.find(({ place, to, cause }) => place === null && to === null && cause === 'discontinued');
  return (
    <p className="actions">
      {ended && <Tag tone="attention">{say('discontinued', { day: dayText(ended.from, language) })}</Tag>}
      <a href={unitNameAddress(unit.id)}>{say('editUnitName')}</a>
      {!ended && <a href={upkeepFormAddress(unit.id, 'nedlaeg')}>{say('discontinue')}</a>}
      <a href={facilityAddress(facility.id)}>{say('toFacility')}</a>
    </p>
  );
}
