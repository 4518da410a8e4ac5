/** What is said of a place that is promised to somebody who has not answered, where a discharge from it is to be put right. */
import type { Moment } from '../../domain/time.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { dischargeTexts } from './discharge-texts.ts';

/** «Strand 2 er tilbudt en anden, som kan svare til i dag kl. 16. …»: that her place is promised, and when the discharge can be put right after it. */
export function promisedText(place: string, promised: Moment, until: Moment, language: Language): string {
  const say = dischargeTexts(language);
  const of = { place, promised: momentText(promised, language), until: momentText(until, language) };
  return say(promised < until ? 'promised' : 'promisedTooLong', of);
}
