/** What follows when she is discharged, read before it is saved: whose the place can be, what ends, and for how long it can be put right. */
import { Fragment, type JSX } from 'react';
import type { DischargeDestination } from '../../domain/pathway/facts.ts';
import type { AfterDischarge } from '../../domain/placement/after-discharge.ts';
import type { Discharge } from '../../domain/placement/arrival.ts';
import type { Block } from '../../domain/placement/availability.ts';
import { undoDischargeEditions } from '../../domain/placement/undo-discharge.ts';
import { addDays, type Day, type Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { UnitListMaterial } from '../../store/placement-waiting-unit.ts';
import { destinationTexts } from '../pathways/describe-stay.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { unitWaitingAddress } from '../waiting/addresses.ts';
import { waitingTexts } from '../waiting/texts.ts';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { DayField, Key } from './deed-fields.tsx';
import { dischargeTexts } from './discharge-texts.ts';
import { previewTexts } from './preview-texts.ts';
import { leaveWords } from './stay-words.ts';
import { placeTexts } from './texts.ts';
import { moveAhead } from './transfer-words.ts';

type Props = {
  readonly stay: StayWithName;
  readonly day: Day;
  readonly destination: DischargeDestination;
  readonly to: string;
  readonly leaving: Extract<Discharge, { readonly outcome: 'discharged' }>;
  readonly after: AfterDischarge;
  readonly initials: UnitListMaterial['initials'];
  readonly facilityName: string;
  readonly now: Moment;
  readonly requestKey: string;
  readonly language: Language;
};

export function DischargePreview(props: Props): JSX.Element {
  const { stay, day, destination, to, requestKey, language } = props;
  const say = dischargeTexts(language);
  const action = `${stayAddress(stay.id)}/udskriv`;
  const sent = (
    <>
      <input type="hidden" name="hvortil" value={destination} />
      <input type="hidden" name="hvortil-ord" value={to} />
    </>
  );
  return (
    <Card heading={say('follows')}>
      <ul>
        {sentencesOf(props).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <WaitingForFreed {...props} />
      <form method="post" action={action}>
        <Key value={requestKey} />
        <input type="hidden" name="dag" value={day} />
        {sent}
        <p className="quiet">
          {previewTexts(language)('nothingSaved')} {say('undo', { hours: undoDischargeEditions.at(-1)?.hours ?? 0 })}
        </p>
        <div className="actions">
          <button className="button button-primary">{say('save', { name: stay.calledName, day: dayText(day, language) })}</button>
          <a href={stayCardAddress(stay)}>{placeTexts(language)('askNo')}</a>
        </div>
      </form>
      <form method="post" action={`${action}/se`} className="actions">
        <Key value={requestKey} />
        {sent}
        <DayField id="vis-dag" label={placeTexts(language)('admitDay')} value={day} />
        <button className="button button-secondary">{say('another')}</button>
      </form>
    </Card>
  );
}

function sentencesOf({ stay, day, destination, to, leaving, after, facilityName, now, language }: Props): readonly string[] {
  const say = dischargeTexts(language);
  const where = [destinationTexts(language)(destination), to].filter(Boolean).join(', ');
  const { nightsLeft } = after;
  const departure = dayText(stay.nights.departure, language);
  const move = moveAhead(stay, now);
  return [
    say('leaves', { name: stay.calledName, day: dayText(day, language), to: where }),
    ...freedFirst(after, language),
    ...(nightsLeft > 0 ? [say('nightsLeft', { nights: nightsLeft, departure })] : []),
    ...(leaving.remarks.includes('left-later') ? [say('leftLater', { departure })] : []),
    ...endsOf(stay, after, language),
    ...(move === null ? [] : [say('movesTo', { unit: move.unitName, day: dayText(move.arrival, language), status: move.status })]),
    say('team', { facility: facilityName }),
  ];
}

/** Of a stay that becomes shorter: from when her place is free to others, and what ends with the nights that fall away. */
export function freedSentences(stay: StayWithName, after: AfterDischarge, language: Language): readonly string[] {
  return [...freedFirst(after, language), ...endsOf(stay, after, language)];
}

function freedFirst({ place, from, next }: AfterDischarge, language: Language): readonly string[] {
  const say = dischargeTexts(language);
  const free = { place: place.name, day: dayText(from, language), night: dayText(addDays(from, 1), language) };
  const first = next !== null && next.from <= from ? say('notFree', free) : say('free', free);
  return [[first, ...(next === null ? [] : [nextText(next, from, language)])].join(' ')];
}

function endsOf(stay: StayWithName, after: AfterDischarge, language: Language): readonly string[] {
  const say = dischargeTexts(language);
  return [
    ...after.leaves.map((leave) => say('leaveEnds', leaveWords(leave, language))),
    ...after.moves.map((part) => {
      const named = stay.parts.find(({ nights }) => nights.arrival === part.nights.arrival);
      return say('moveEnds', { place: named?.placeName ?? part.place, day: dayText(part.nights.arrival, language) });
    }),
    ...after.alsoFree.map((freed) => say('alsoFree', { place: freed.place.name, day: dayText(freed.from, language) })),
  ];
}

function nextText(next: Block, from: Day, language: Language): string {
  const day = dayText(next.from > from ? next.from : from, language);
  return dischargeTexts(language)(`next.${next.kind}`, { day, reason: next.kind === 'closed' ? next.reason : '' });
}

/** Who on the waiting list can have what becomes free, by number and initials alone. */
export function WaitingForFreed({
  stay,
  after: { place, serves, alsoFree },
  initials,
  language,
}: Pick<Props, 'stay' | 'after' | 'initials' | 'language'>): JSX.Element {
  const say = dischargeTexts(language);
  const freed = [{ place, serves }, ...alsoFree].filter((one) => one.serves.length > 0);
  if (freed.length === 0) return <p>{say('waitingNobody', { places: 1 + alsoFree.length })}</p>;
  return (
    <Alert tone="attention">
      {freed.map((one) => (
        <Fragment key={one.place.id}>
          <p>{alsoFree.length === 0 ? say('waiting') : say('waitingFor', { place: one.place.name })}</p>
          <ul>
            {one.serves.map(({ number, request }, index) => {
              const line = say('waitingLine', { number, who: initials.get(request.id) ?? 'none' });
              return <li key={request.id}>{index === 0 && one === freed[0] ? say('waitingFirst', { line }) : line}</li>;
            })}
          </ul>
        </Fragment>
      ))}
      <p>
        <a href={unitWaitingAddress(stay.unit)}>{waitingTexts(language)('unitLink')}</a>
      </p>
    </Alert>
  );
}
