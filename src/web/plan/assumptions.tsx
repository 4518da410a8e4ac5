/** Everything that was reckoned with, each with its source or the word «antagelse». */
import type { JSX } from 'react';
import type { LeverId } from '../../domain/planning/lab/levers.ts';
import { assumed, type Position } from '../../domain/planning/proposals/positions.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import type { Language } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { replications } from './answers.ts';
import { documentWords } from './document-words.ts';
import { partAnchors, PlanPart } from './plan-part.tsx';
import { leverText } from './sensitivity-view.tsx';
import { siteName } from './site-name.ts';
import { travelErrors } from './sites-sentences.ts';
import { answerTexts, planTexts } from './texts.ts';
import { writtenNumber, writtenPercent } from './written.ts';

/** What is documented says where, for those who read it without the page. */
type Line = readonly [kind: 'assumption' | 'documented', text: string, source?: string];
type Props = { readonly position: Position; readonly scenario: Scenario; readonly places: number; readonly language: Language };

/** Each line with the range that it is tried over, where it can be pulled. */
export function assumptionLines({ position, scenario, places, language }: Props): readonly Line[] {
  const say = planTexts(language);
  const tried = (lever: LeverId): string => {
    const range = scenario.basis?.[lever]?.range;
    if (range === undefined) return '';
    const [from, to] = range.map((end) => (shares.some((one) => one === lever) ? `${writtenPercent(end)} %` : writtenNumber(end)));
    return ` ${answerTexts(language)('range.tried', { what: leverText({ lever }, language), from: from ?? '', to: to ?? '' })}`;
  };
  const [from, likely, to] = assumed.weekAtReferral;
  const opening: readonly Line[] =
    position.places === 'standing'
      ? [
          ['documented', `${say('assume.filling')}${tried('sites.fillingUp.weeks')}`, documentWords(language)('filling')],
          ['assumption', say('assume.first', { first: assumed.firstPlaces })],
        ]
      : [
          [
            'assumption',
            `${say('assume.byNeed', { first: assumed.firstPlaces, lead: assumed.leadWeeks, closed: assumed.closedAfterWeeks })}${tried('sites.flexible.leadWeeks')}${tried('sites.flexible.closeWhen.forWeeks')}`,
          ],
        ];
  return [
    ['assumption', `${say('assume.places', { places })}${tried('sites.places')}`],
    ['assumption', say('assume.sites', { sites: position.sites.map(siteName).join(', ') })],
    ...opening,
    ['assumption', `${say('assume.week', { from, likely, to })}${tried('course.weekAtReferral')}`],
    ['assumption', `${say('assume.after', { weeks: position.afterBirthWeeks })}${tried('course.afterBirthWeeks')}`],
    ['assumption', `${say('assume.waits')}${tried('accepts')}`],
    ['assumption', `${say('assume.nearest')}${tried('sites.refuses')}`],
    ['assumption', say('assume.geography')],
    ['assumption', `${say('assume.travel', travelErrors(language))}${tried('travel')}`],
  ];
}

const shares: readonly LeverId[] = ['accepts', 'sites.refuses', 'travel'];

export function Assumptions(props: Props): JSX.Element {
  const { position, language } = props;
  const say = planTexts(language);
  return (
    <PlanPart id={partAnchors.assumptions} heading={say('assumptions')}>
      {position.sites.length > 0 && (
        <ul className="bare plan-assumptions">
          {assumptionLines(props).map(([kind, text]) => (
            <li key={text}>
              <Tag tone={kind === 'assumption' ? 'attention' : 'done'}>{say(kind)}</Tag> {text}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{say('method', { years: assumed.years, replications })}</p>
    </PlanPart>
  );
}
