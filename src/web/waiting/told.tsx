/** The waiting list on her pathway's timeline: what was done, why, and by whom. */
import { danishDay } from '../../domain/time.ts';
import type { ToldOfNeeds, ToldOfOvertaking, ToldOfRequests } from '../../store/placement-told.ts';
import type { TimelineEntry } from '../pathways/timeline.tsx';
import type { Language } from '../ui/language.ts';
import { overtakenTexts } from './overtaken-texts.ts';
import { waitingTexts } from './texts.ts';
import { actText, whyText } from './words.ts';
import { wishChangeTexts } from './wish-change-texts.ts';
import { changesText, firstWrittenText } from './wish-change-words.ts';

export function requestsOnTimeline(
  { events, unitNames }: ToldOfRequests,
  readsRefusal: boolean,
  language: Language,
): readonly TimelineEntry[] {
  return events.map((event) => ({
    key: `${event.request} ${event.sequence}`,
    on: danishDay(event.recorded),
    recorded: event.recorded,
    what: `${waitingTexts(language)('link')}: ${actText(event, event.unitName, language)}`,
    detail: whyText(event, readsRefusal, (unit) => unitNames.get(unit) ?? unit, language) || null,
    byName: event.by_name,
    capacity: event.capacity,
    organisationName: event.organisation_name,
  }));
}

/** Her needs as her team wrote them, with what stood before: where they changed her wish, the change of the wish says it. */
export function needsOnTimeline(told: readonly ToldOfNeeds[], language: Language): readonly TimelineEntry[] {
  const say = wishChangeTexts(language);
  return told.map(({ number, recorded, change, isFirst, byName, capacity, organisationName }) => ({
    key: `behov ${number}`,
    on: danishDay(recorded),
    recorded,
    what: say('written'),
    detail: (isFirst ? firstWrittenText(change, language) : changesText(change, (unit) => unit, language)) || null,
    byName,
    capacity,
    organisationName,
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
