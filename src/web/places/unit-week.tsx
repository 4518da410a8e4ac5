/** One week in the calendar of a unit: each place night by night, as a table, and for a narrow screen as lines. Only its leader is told who. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { type Block, blocksOn, blocksWithin } from '../../domain/placement/availability.ts';
import { calendarOf } from '../../domain/placement/calendar-of-unit.ts';
import { nightsFrom } from '../../domain/placement/nights.ts';
import type { Place } from '../../domain/placement/provision.ts';
import { weekNumber } from '../../domain/placement/week-view.ts';
import { addDays, type Day } from '../../domain/time.ts';
import type { CalendarMaterial } from '../../store/placement-calendar.ts';
import type { Resident, Residents } from '../../store/placement-residents.ts';
import { dayText, daySpanText, shortDayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { stayCardAddress, unitWeekAddress } from './addresses.ts';
import { herCalendarTexts } from './her-calendar-texts.ts';
import { shutTexts } from './shut-texts.ts';
import { placeTexts } from './texts.ts';
import { weeksTexts } from './weeks-texts.ts';

type Props = {
  readonly material: CalendarMaterial;
  readonly monday: Day;
  /** Who has the places, for the unit's leader; `null` for all others. */
  readonly residents: Residents | null;
  /** Whether why it is closed is read. */
  readonly seesReasons: boolean;
  /** What the address of another week carries on. */
  readonly carried: readonly (readonly [string, string])[];
  readonly language: Language;
};

/** A place on a night: what it is, and by whom it is taken where that may be told. */
type PlaceNight = { readonly night: Day; readonly state: NightState; readonly who: Resident | null } & {
  /** Why it is closed; on a night on which it is taken too, she must be moved. */
  readonly shut: ClosedOrNotOpen | null;
};
type NightState = 'free' | 'taken' | 'held' | 'closed' | 'not-open';
type ClosedOrNotOpen = { readonly state: 'closed' | 'not-open'; readonly reason: string | null };

export function UnitWeek({ material, monday, residents, seesReasons, carried, language }: Props): JSX.Element {
  const [say, place] = [weeksTexts(language), placeTexts(language)];
  const { unit, occupations, compiled, now } = material;
  const nights = calendarOf(compiled, monday, 7, null);
  const rows = unit.places.map((one) => {
    const blocks = blocksOn(unit, one, occupations, now);
    return { place: one, nights: nights.map(({ night }) => placeNight(one.id, night, blocks, residents, seesReasons)) };
  });
  return (
    <section id="uge" aria-labelledby="uge-heading">
      <h2 id="uge-heading">{say('unitWeek', { week: weekNumber(monday) })}</h2>
      {residents && <p className="quiet">{herCalendarTexts(language)('namesHint')}</p>}
      <div className="wide-only">
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
            {rows.map((row) => (
              <tr key={row.place.id}>
                <th scope="row">{row.place.name}</th>
                {row.nights.map((of) => (
                  <td key={of.night} className={`week ${of.state === 'free' ? 'more-free' : 'none-free'}${of.shut ? ' shut' : ''}`}>
                    <span className="state">{stateWords(of, language)}</span>
                    {of.who && (
                      <span className="who">
                        <Who who={of.who} language={language} />
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
            <tr className="sum">
              <th scope="row">{say('freeTotal')}</th>
              {nights.map(({ night, free, places }) => (
                <td key={night}>{place('freeOf', { free, places })}</td>
              ))}
            </tr>
          </tbody>
        </Sheet>
      </div>
      <WeekLines rows={rows} language={language} />
      <p className="actions">
        <a href={unitWeekAddress(unit.id, addDays(monday, -7), carried)}>{say('previousWeek')}</a>{' '}
        <a href={unitWeekAddress(unit.id, addDays(monday, 7), carried)}>{say('nextWeek')}</a>
      </p>
    </section>
  );
}

type Row = { readonly place: Place; readonly nights: readonly PlaceNight[] };

/** For each place the nights in a row that are alike: «23.–25. november 2026: optaget, Astrid». */
function WeekLines({ rows, language }: { readonly rows: readonly Row[]; readonly language: Language }): JSX.Element {
  return (
    <dl className="week-lines narrow-only">
      {rows.map(({ place, nights }) => (
        <div key={place.id}>
          <dt>{place.name}</dt>
          {alike(nights).map(({ from, to, of }) => (
            <dd key={from} className={`${of.state === 'free' ? 'some' : 'none'}${of.shut ? ' shut' : ''}`}>
              {herCalendarTexts(language)('stretch', { span: daySpanText(from, to, language), state: stateWords(of, language) })}
              {of.who && (
                <>
                  , <Who who={of.who} language={language} />
                </>
              )}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function Who({ who: { stay, leave }, language }: { readonly who: Resident; readonly language: Language }): JSX.Element {
  const name = leave ? herCalendarTexts(language)('onLeave', { name: stay.calledName }) : stay.calledName;
  return <a href={stayCardAddress(stay)}>{name}</a>;
}

function placeNight(
  place: Id<'place'>,
  night: Day,
  blocks: readonly Block[],
  residents: Residents | null,
  seesReasons: boolean,
): PlaceNight {
  const within = blocksWithin(blocks, nightsFrom(night, 1));
  // A place that is taken and closed too is shown by who has it, and that it is closed.
  const block = within.find(({ kind }) => kind === 'taken') ?? within[0];
  const closed = within.find(({ kind }) => kind === 'closed');
  const reason = closed?.kind === 'closed' && seesReasons ? closed.reason : null;
  const isShut = closed !== undefined || within.some(({ kind }) => kind === 'not-open');
  return {
    night,
    state: block ? stateOf(block) : 'free',
    shut: isShut ? { state: closed ? 'closed' : 'not-open', reason } : null,
    who: block?.kind === 'taken' && residents ? residents(place, night) : null,
  };
}

/** «ledig», «lukket: vandskade», «optaget, men lukket: vandskade». */
function stateWords({ state, shut }: PlaceNight, language: Language): string {
  const say = weeksTexts(language);
  if (!shut) return say(`cell.${state}`);
  const words =
    shut.reason === null ? say(`cell.${shut.state}`) : shutTexts(language)('closedWhy', { reason: shut.reason.replace(/\.+$/, '') });
  return state === 'taken' || state === 'held' ? shutTexts(language)('takenShut', { state: say(`cell.${state}`), shut: words }) : words;
}

function alike(nights: readonly PlaceNight[]): readonly { readonly from: Day; readonly to: Day; readonly of: PlaceNight }[] {
  const runs: { from: Day; to: Day; of: PlaceNight }[] = [];
  for (const one of nights) {
    const last = runs.at(-1);
    const isAlike =
      last?.of.state === one.state &&
      last.of.shut?.state === one.shut?.state &&
      last.of.shut?.reason === one.shut?.reason &&
      last.of.who?.stay === one.who?.stay &&
      last.of.who?.leave === one.who?.leave;
    if (last && isAlike) last.to = one.night;
    else runs.push({ from: one.night, to: one.night, of: one });
  }
  return runs;
}

function stateOf(block: Block): PlaceNight['state'] {
  if (block.kind === 'taken') return block.status === 'held' ? 'held' : 'taken';
  return block.kind === 'closed' ? 'closed' : 'not-open';
}
