/** The band of the whole pregnancy on a pathway's page, with its table beneath it. */
import type { JSX } from 'react';
import type { RecordedFact } from '../../domain/pathway/facts.ts';
import { gestationOn } from '../../domain/pathway/gestation.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import { Band, type BandMark } from '../ui/band.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { bandMarks } from './band-marks.ts';
import { pathwayTexts } from './texts.ts';
import { weekText } from './top.tsx';

/** Without a due date there is nothing to draw on. */
export function PregnancyBand({
  pathway,
  facts,
  now,
  language,
}: {
  readonly pathway: Pathway;
  readonly facts: readonly RecordedFact[];
  readonly now: Moment;
  readonly language: Language;
}): JSX.Element | null {
  const say = pathwayTexts(language);
  if (pathway.dueDate === null) return null;
  const { dueDate } = pathway.dueDate;
  const today = danishDay(now);
  const marks = bandMarks(facts, pathway, language);
  const summary = say('bandSummary', { name: pathway.calledName, week: weekText(pathway, today, language), count: marks.length });
  return (
    <Card>
      <Band dueDate={dueDate} today={today} marks={marks} summary={summary} todayText={say('today')} size="large" />
      <details>
        <summary>{say('bandTable')}</summary>
        <Sheet caption={say('bandTable')}>
          <thead>
            <tr>
              <th scope="col">{say('day')}</th>
              <th scope="col">{say('weekColumn')}</th>
              <th scope="col">{say('what')}</th>
            </tr>
          </thead>
          <tbody>
            {marks.map((mark) => (
              <tr key={`${mark.on}${mark.text}`}>
                <td>{dayText(mark.on, language)}</td>
                <td>{weekOf(mark, dueDate)}</td>
                <th scope="row">{mark.text}</th>
              </tr>
            ))}
          </tbody>
        </Sheet>
      </details>
    </Card>
  );
}

function weekOf({ on }: BandMark, dueDate: Parameters<typeof gestationOn>[0]): string {
  const gestation = gestationOn(dueDate, on);
  return gestation.outcome === 'pregnant' ? `${gestation.weeks}+${gestation.days}` : '–';
}
