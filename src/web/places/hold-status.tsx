/** Until when a place is held, with a countdown where scripts run. The unit and the municipality are shown the same. */
import type { JSX } from 'react';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { millisBetween, type Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { Island } from '../island.tsx';
import type { HoldCountdownProps } from '../islands/HoldCountdown.tsx';
import { clockText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { holdTexts, placeTexts } from './texts.ts';
import { unitSightTexts } from './unit-sight-texts.ts';

type Props = { readonly stay: Pick<StayWithName, 'status' | 'heldUntil' | 'isOffer'>; readonly now: Moment; readonly language: Language };

export function HoldStatus({ stay, now, language }: Props): JSX.Element {
  const say = placeTexts(language);
  const { heldUntil, status } = stay;
  if (status !== 'held' || heldUntil === null)
    return <Tag tone={status === 'admitted' || status === 'confirmed' ? 'done' : 'attention'}>{say(`status.${status}`)}</Tag>;
  const until = clockText(heldUntil, now, language);
  if (hasRunOut(stay, now)) return <Tag tone="attention">{say('ranOut', { time: until })}</Tag>;
  const over = say('ranOut', { time: until });
  const props: HoldCountdownProps = {
    text: stay.isOffer ? unitSightTexts(language)('offered', { until }) : say('heldUntil', { time: until }),
    left: millisBetween(now, heldUntil),
    leftText: holdTexts(language)('left'),
    overText: over,
  };
  return <Island name="HoldCountdown" props={props} />;
}
