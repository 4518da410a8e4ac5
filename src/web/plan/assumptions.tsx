/** Everything that was reckoned with, each with its source or the word «antagelse». */
import type { JSX } from 'react';
import { assumed, type Position } from '../../domain/planning/proposals/positions.ts';
import type { Language } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { replications } from './answers.ts';
import { siteNames } from './plan-words.ts';
import { planTexts } from './texts.ts';

type Line = readonly [kind: 'assumption' | 'documented', text: string];
type Props = { readonly position: Position; readonly places: number; readonly language: Language };

export function Assumptions({ position, places, language }: Props): JSX.Element {
  const say = planTexts(language);
  const [from, likely, to] = assumed.weekAtReferral;
  const opening: readonly Line[] =
    position.places === 'standing'
      ? [
          ['documented', say('assume.filling')],
          ['assumption', say('assume.first', { first: assumed.firstPlaces })],
        ]
      : [['assumption', say('assume.byNeed', { first: assumed.firstPlaces, lead: assumed.leadWeeks, closed: assumed.closedAfterWeeks })]];
  const lines: readonly Line[] = [
    ['assumption', say('assume.places', { places })],
    ['assumption', say('assume.sites', { sites: [...siteNames(position).values()].join(', ') })],
    ...opening,
    ['assumption', say('assume.week', { from, likely, to })],
    ['assumption', say('assume.after', { weeks: position.afterBirthWeeks })],
    ['assumption', say('assume.waits')],
    ['assumption', say('assume.nearest')],
    ['assumption', say('assume.geography')],
    ['assumption', say('assume.travel')],
  ];
  return (
    <section>
      <h2>{say('assumptions')}</h2>
      {position.sites.length > 0 && (
        <ul className="bare plan-assumptions">
          {lines.map(([kind, text]) => (
            <li key={text}>
              <Tag tone={kind === 'assumption' ? 'attention' : 'done'}>{say(kind)}</Tag> {text}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{say('method', { years: assumed.years, replications })}</p>
    </section>
  );
}
