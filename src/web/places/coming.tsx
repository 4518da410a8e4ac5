/** Who is coming to the leader's own facility: on top of her page of places, the first to arrive first. */
import type { JSX } from 'react';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { ExpectedStay } from '../../store/placement-reception.ts';
import type { Unit } from '../../domain/placement/provision.ts';
import { type StayTrouble, troublesOfStay } from '../../domain/placement/supply-effect.ts';
import { weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { stayCardAddress } from './addresses.ts';
import { ExpectedMarks } from './expected-marks.tsx';
import { HoldStatus } from './hold-status.tsx';
import { placesText } from './stay-words.ts';
import { placeTexts } from './texts.ts';
import { receptionText } from './words.ts';

type Props = {
  readonly units: readonly { readonly unit: Unit }[];
  readonly coming: readonly ExpectedStay[];
  readonly now: Moment;
  readonly language: Language;
};

export function Coming({ units, coming, now, language }: Props): JSX.Element {
  const say = placeTexts(language);
  if (coming.length === 0)
    return (
      <Card heading={say('coming')}>
        <p>{say('comingNone')}</p>
      </Card>
    );
  return (
    <div className="stacked labelled">
      <h2 className="out-of-sight">{say('coming')}</h2>
      <Sheet caption={say('coming')}>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('place')}</th>
            <th scope="col">{say('expected')}</th>
            <th scope="col">{say('pregnancy')}</th>
            <th scope="col">{say('state')}</th>
          </tr>
        </thead>
        <tbody>
          {coming.map((stay) => (
            <tr key={stay.id}>
              <th scope="row">
                <a href={stayCardAddress(stay)}>{stay.calledName}</a>
              </th>
              <td data-label={say('place')}>
                {placesText(stay.parts, language, danishDay(now))}, {stay.unitName}
              </td>
              <td data-label={say('expected')}>{weekdayText(stay.nights.arrival, language)}</td>
              <td data-label={stay.reception ? say('pregnancy') : undefined}>
                {stay.reception && receptionText(stay.reception, danishDay(now), language)}
              </td>
              <td data-label={say('state')}>
                <HoldStatus stay={stay} now={now} language={language} />
                <ExpectedMarks stay={stay} troubles={troublesIn(units, stay, now)} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}

function troublesIn(units: Props['units'], stay: ExpectedStay, now: Moment): readonly StayTrouble[] {
  const found = units.find(({ unit }) => unit.id === stay.unit);
  return found ? troublesOfStay(found.unit, stay, now) : [];
}
