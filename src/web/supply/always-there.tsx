/** What is shown instead of the form to open or close a flexible place, where the place is not one. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import type { SupplyPlace } from '../../domain/placement/supply-state.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { upkeepAddress, upkeepFormAddress } from './addresses.ts';
import { supplyTexts } from './texts.ts';

type Props = { readonly place: SupplyPlace; readonly unit: Id<'unit'>; readonly language: Language };

/** A place that is always there is not opened and closed by need: said before anything is filled in, with what can be done instead. */
export function AlwaysThere({ place, unit, language }: Props): JSX.Element {
  const say = supplyTexts(language);
  return (
    <Card>
      <Alert tone="notice">
        <p>{say('alwaysThereForm', { place: place.name })}</p>
      </Alert>
      <div className="actions">
        <a href={upkeepFormAddress(unit, 'lukning', { plads: place.id })}>{say('closeFor')}</a>
        <a href={upkeepFormAddress(unit, 'fleksibel', { plads: place.id })}>{say('makeFlexible')}</a>
        <a href={upkeepAddress(unit)}>{say('back')}</a>
      </div>
    </Card>
  );
}
