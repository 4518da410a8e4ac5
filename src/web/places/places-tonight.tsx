/** The places of a unit tonight: free, or why not and until when. */
import type { JSX } from 'react';
import { type Block, blocksOn } from '../../domain/placement/availability.ts';
import { placesOn } from '../../domain/placement/occupancy.ts';
import type { Period, Place } from '../../domain/placement/provision.ts';
import { danishDay, type Day, type Moment } from '../../domain/time.ts';
import type { UnitMaterial } from '../../store/placement-search.ts';
import { clockText, dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet, Tag } from '../ui/pieces.tsx';
import { shutTexts } from './shut-texts.ts';
import { placeTexts } from './texts.ts';
import { lastNightText, nightsText, propertyList } from './words.ts';

/** Each place of a unit tonight: free, or why not and until when. Names nobody. */
export function PlacesTonight({
  material,
  seesReasons,
  language,
}: {
  /** Whether why a place is closed is read. */
  readonly seesReasons: boolean;
  readonly material: Pick<UnitMaterial, 'unit' | 'occupations' | 'now'>;
  readonly language: Language;
}): JSX.Element {
  const say = placeTexts(language);
  const { unit, occupations, now } = material;
  return (
    <div className="stacked labelled">
      <Sheet caption={say('placesTonight')}>
        <thead>
          <tr>
            <th scope="col">{say('place')}</th>
            <th scope="col">{say('room')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('offers')}</th>
          </tr>
        </thead>
        <tbody>
          {placesOn(unit, occupations, danishDay(now), now).map(({ place, block, freeUntil }) => (
            <tr key={place.id}>
              <th scope="row">{place.name}</th>
              <td data-label={say('room')}>{place.roomName}</td>
              <td data-label={say('state')}>
                {block === null ? (
                  <Tag tone="done">{freeUntil === null ? say('free') : say('freeUntil', { day: dayText(freeUntil, language) })}</Tag>
                ) : (
                  <Tag tone="attention">
                    {stateText(block, material.now, language, isTakenFrom(material, place, block.to), seesReasons)}
                  </Tag>
                )}
              </td>
              <td data-label={say('offers')}>{propertyList(place.properties, language)}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}

/** Whether the place is another's from the day the one who has it leaves: it is not free then. */
function isTakenFrom(
  { unit, occupations, now }: Pick<UnitMaterial, 'unit' | 'occupations' | 'now'>,
  place: Place,
  day: Day | null,
): boolean {
  if (day === null) return false;
  return blocksOn(unit, place, occupations, now).some((block) => block.kind === 'taken' && block.from === day);
}

function stateText(block: Block, now: Moment, language: Language, thenAnothers: boolean, seesReasons: boolean): string {
  const say = placeTexts(language);
  switch (block.kind) {
    case 'taken':
      if (block.status === 'held' && block.heldUntil !== null)
        return say('heldToTime', { time: clockText(block.heldUntil, now, language) });
      if (thenAnothers && block.to !== null) return say('taken.thenAnother', { day: dayText(block.to, language) });
      return say('taken.period', {
        period: block.to === null ? nightsText(block, language) : say('periodTo', { to: dayText(block.to, language) }),
      });
    case 'closed':
      return seesReasons
        ? say('closedUntil', { period: untilText(block, language), reason: block.reason })
        : shutTexts(language)('closedOnly', { period: untilText(block, language) });
    case 'not-open':
      return say('notOpenUntil', { period: untilText(block, language) });
    case 'lead-time':
      return say('leadTimeUntil', { period: untilText(block, language) });
  }
}

/** Until when it is so, the last night named; from when, where no end is known. */
function untilText(block: Period, language: Language): string {
  return block.to === null ? nightsText(block, language) : lastNightText(block.to, language);
}
