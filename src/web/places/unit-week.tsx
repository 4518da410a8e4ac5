/** One week in the calendar of a unit: each place night by night, as a table. Nobody is named. */
import type { JSX } from 'react';
import { type Block, blocksOn, blocksWithin } from '../../domain/placement/availability.ts';
import { calendarOf } from '../../domain/placement/calendar-of-unit.ts';
import { nightsFrom } from '../../domain/placement/nights.ts';
import { weekNumber } from '../../domain/placement/week-view.ts';
import { addDays, type Day } from '../../domain/time.ts';
import type { CalendarMaterial } from '../../store/placement-calendar.ts';
import { dayText, shortDayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { unitWeekAddress } from './addresses.ts';
import { placeTexts } from './texts.ts';
import { weeksTexts } from './weeks-texts.ts';

type Props = { readonly material: CalendarMaterial; readonly monday: Day; readonly language: Language };

export function UnitWeek({ material, monday, language }: Props): JSX.Element {
  const [say, place] = [weeksTexts(language), placeTexts(language)];
  const { unit, occupations, compiled, now } = material;
  const nights = calendarOf(compiled, monday, 7, null);
  return (
    <section id="uge" aria-labelledby="uge-heading">
      <h2 id="uge-heading">{say('unitWeek', { week: weekNumber(monday) })}</h2>
      <div className="stacked labelled">
        <Sheet caption={say('unitWeekCaption', { from: dayText(monday, language), to: dayText(addDays(monday, 6), language) })}>
          <thead>
            <tr>
              <th scope="col">{say('place')}</th>
              {nights.map(({ night }) => (
                <th scope="col" key={night}>
                  {shortDayText(night, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {unit.places.map((one) => {
              const blocks = blocksOn(unit, one, occupations, now);
              return (
                <tr key={one.id}>
                  <th scope="row">{one.name}</th>
                  {nights.map(({ night }) => {
                    const [block] = blocksWithin(blocks, nightsFrom(night, 1));
                    return (
                      <td key={night} data-label={shortDayText(night, language)} className={block ? 'week none-free' : 'week more-free'}>
                        {say(`cell.${block ? kindOf(block) : 'free'}`)}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
            <tr className="sum">
              <th scope="row">{say('freeTotal')}</th>
              {nights.map(({ night, free, places }) => (
                <td key={night} data-label={shortDayText(night, language)}>
                  {place('freeOf', { free, places })}
                </td>
              ))}
            </tr>
          </tbody>
        </Sheet>
      </div>
      <p className="actions">
        <a href={unitWeekAddress(unit.id, addDays(monday, -7))}>{say('previousWeek')}</a>{' '}
        <a href={unitWeekAddress(unit.id, addDays(monday, 7))}>{say('nextWeek')}</a>
      </p>
    </section>
  );
}

function kindOf(block: Block): 'taken' | 'held' | 'closed' | 'not-open' {
  if (block.kind === 'taken') return block.status === 'held' ? 'held' : 'taken';
  return block.kind === 'closed' ? 'closed' : 'not-open';
}
