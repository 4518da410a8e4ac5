/** The needs that a search begins from while nobody has written them: each with where it comes from, and what is only mentioned as a question. */
import type { JSX } from 'react';
import { type HerSituation, type Need, proposeNeeds } from '../../domain/placement/needs.ts';
import type { Nights } from '../../domain/placement/nights.ts';
import type { ToldNeed } from '../../domain/placement/told-needs.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { needLabel } from './need-words.ts';
import { placeTexts } from './texts.ts';
import { toldNeedsTexts } from './told-needs-texts.ts';

type Props = {
  readonly situation: HerSituation;
  readonly nights: Nights;
  /** What this search asks for: what somebody has unticked is no longer chosen. */
  readonly chosen: readonly Need[];
  readonly language: Language;
};

export function ToldNeeds({ situation, nights, chosen, language }: Props): JSX.Element {
  const [say, place] = [toldNeedsTexts(language), placeTexts(language)];
  const proposed = proposeNeeds(situation, nights);
  const isChosen = ({ property }: Pick<Need, 'property'>): boolean => chosen.some((need) => need.property === property);
  const [stands, leftOut] = [proposed.filter(isChosen), proposed.filter((need) => !isChosen(need))];
  const asked = situation.told.filter(
    ({ property, certainty }) => certainty === 'mentioned' && !proposed.some((need) => need.property === property),
  );
  const listed = (needs: readonly Need[]): JSX.Element => (
    <ul className="told">
      {needs.map((need) => (
        <li key={need.property}>
          {needLabel(need, nights, place(`property.${need.property}`), language)}{' '}
          <span className="quiet">{needHint(need, situation.told, language)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {proposed.length === 0 && <p>{say('none')}</p>}
      {stands.length > 0 && (
        <>
          <p>{say('proposed')}</p>
          {listed(stands)}
        </>
      )}
      {leftOut.length > 0 && (
        <>
          <p>{say('leftOut')}</p>
          {listed(leftOut)}
        </>
      )}
      {asked.length > 0 && (
        <>
          <p>{say('asks')}</p>
          <ul className="told">
            {asked.map((one) => (
              <li key={one.property}>
                {place(`property.${one.property}`)} <span className="quiet">{sourceText(one, language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {situation.dueDate === null && <p>{say('noTerm')}</p>}
    </>
  );
}

/** Where a need comes from: the words that tell it with their source, the reason that follows from the pathway, or the team's own choice. */
export function needHint({ property, why }: Need, told: readonly ToldNeed[], language: Language): string {
  const place = placeTexts(language);
  // What the page was asked is not told by her pathway.
  if (why === 'chosen' || why === 'comes-with-her') return place(`why.${why}`);
  const said = told.find((one) => one.property === property && one.certainty === 'said');
  if (why === 'told-by-pathway') return said ? sourceText(said, language) : place('why.told-by-pathway');
  return toldNeedsTexts(language)('from.pathway', { why: place(`why.${why}`) });
}

function sourceText({ words, source: { kind, on, from } }: ToldNeed, language: Language): string {
  return toldNeedsTexts(language)(`from.${kind}`, { day: dayText(on, language), from, words });
}
