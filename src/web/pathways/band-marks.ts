/** What hangs on the band of a pregnancy: what has happened on the pathway, and what is agreed. */
import { type Pathway, type PathwayStay } from '../../domain/pathway/state.ts';
import { inForce, type RecordedFact } from '../../domain/pathway/facts.ts';
import { type Day } from '../../domain/time.ts';
import { type BandMark } from '../ui/band.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { describeFact } from './describe.ts';
import { pathwayTexts } from './texts.ts';

/** What hangs on the band. Nothing that exposes her: no relapse, no missed appointment, no test. */
export function bandMarks(facts: readonly RecordedFact[], pathway: Pathway, language: Language): readonly BandMark[] {
  const shown = inForce(facts)
    .filter(({ fact }) => isOnBand(fact))
    .map(({ fact, happened }) => mark(happened, describeFact(fact, language).what, fact));
  const say = pathwayTexts(language);
  const { stay, dueDate, bornOn } = pathway;
  const arrival = stay?.arrival ? arrivalMark(stay, stay.arrival, language) : [];
  const term = dueDate && bornOn === null ? [planned(dueDate.dueDate, say('dueDateMark'))] : [];
  return [...shown, ...arrival, ...term];
}

/** Only a place that is confirmed has an agreed arrival; one that is held says until when. */
function arrivalMark({ status, heldUntil }: PathwayStay, arrival: Day, language: Language): readonly BandMark[] {
  const say = pathwayTexts(language);
  if (status === 'confirmed') return [planned(arrival, say('arrivalMark'))];
  if (status !== 'held' || heldUntil === null) return [];
  return [planned(arrival, say('heldMark', { until: momentText(heldUntil, language) }))];
}

function isOnBand(fact: RecordedFact['fact']): boolean {
  if (fact.type === 'event') return fact.kind === 'network-meeting' || fact.kind === 'birth';
  return [
    'referral-registered',
    'need-assessed',
    'offered',
    'answered',
    'care-decided',
    'place-confirmed',
    'admitted',
    'discharged',
  ].includes(fact.type);
}

function mark(on: Day, text: string, fact: RecordedFact['fact']): BandMark {
  return { on, text, kind: fact.type === 'event' && fact.kind === 'birth' ? 'birth' : 'happened' };
}

function planned(on: Day, text: string): BandMark {
  return { on, text, kind: 'planned' };
}
