/** When a unit's capacity was confirmed, with what to do where that is too long ago: the words carry it, the colour repeats it. */
import type { JSX } from 'react';
import { freshnessOf } from '../../domain/placement/freshness.ts';
import type { Unit } from '../../domain/placement/provision.ts';
import type { Moment } from '../../domain/time.ts';
import type { Language } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { staleTexts } from './stale-texts.ts';
import { confirmedText } from './words.ts';

type Props = { readonly unit: Unit; readonly now: Moment; readonly language: Language };

/** «bekræftet for 28 timer siden af Steen Vibholm: ring først». */
export function ConfirmedTag({ unit, now, language }: Props): JSX.Element {
  const text = confirmedText(unit.confirmed, now, language, true);
  switch (freshnessOf(unit.confirmed, now)) {
    case 'fresh':
      return <span>{text}</span>;
    case 'old':
      return <Tag tone="attention">{staleTexts(language)('ringFirst', { confirmed: text })}</Tag>;
    case 'never-confirmed':
      return <Tag tone="attention">{text}</Tag>;
  }
}
