/** The waiting list on her pathway's timeline: what was done, why, and by whom. */
import { danishDay } from '../../domain/time.ts';
import type { ToldOfOvertaking, ToldOfRequest } from '../../store/placement-told.ts';
import type { TimelineEntry } from '../pathways/timeline.tsx';
import type { Language } from '../ui/language.ts';
import { overtakenTexts } from './overtaken-texts.ts';
import { waitingTexts } from './texts.ts';
import { actText, whyText } from './words.ts';

export function requestsOnTimeline(told: readonly ToldOfRequest[], language: Language): readonly TimelineEntry[] {
  return told.map((event) => ({
    key: `${event.request} ${event.sequence}`,
    on: danishDay(event.recorded),
    recorded: event.recorded,
    what: `${waitingTexts(language)('link')}: ${actText(event, event.unitName, language)}`,
    detail: whyText(event, language) || null,
    byName: event.by_name,
    capacity: event.capacity,
    organisationName: event.organisation_name,
  }));
}

/** A place that was held for her past others more urgent, with the reason that was given then. */
export function overtakingsOnTimeline(told: readonly ToldOfOvertaking[], language: Language): readonly TimelineEntry[] {
  return told.map(
    ({ stay, recorded, waiting, reason, text, unitName, by_name: byName, capacity, organisation_name: organisationName }) => ({
      key: `forbi ${stay}`,
      on: danishDay(recorded),
      recorded,
      what: overtakenTexts(language)('what', { count: waiting, unit: unitName }),
      detail: [reason === null ? '' : waitingTexts(language)(`overtake.${reason}`), text].filter((one) => one !== '').join('. ') || null,
      byName,
      capacity,
      organisationName,
    }),
  );
}
