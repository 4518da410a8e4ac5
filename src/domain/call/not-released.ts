/** The sentence that tells why a public edition is not released, in Danish and English. One place, for page, command line and API. */
import { regions } from '../geography/regions.ts';
import type { NotReleased } from './edition.ts';

/** One whole sentence. It names how many answers are missing, and never a count of women. */
export function notReleasedSentence(reason: NotReleased, language: 'da' | 'en'): string {
  switch (reason.reason) {
    case 'answers-still-come':
      return answersStillCome(reason.missing, language);
    case 'too-few-answers': {
      const place = reason.place === 'danmark' ? (language === 'da' ? 'Danmark' : 'Denmark') : regions[reason.place].name;
      return language === 'da' ? `For få kommuner har svaret i ${place}.` : `Too few municipalities have answered in ${place}.`;
    }
  }
}

function answersStillCome(missing: number, language: 'da' | 'en'): string {
  const [who, whose] =
    language === 'da'
      ? [missing === 1 ? '1 kommune' : `${missing} kommuner`, missing === 1 ? 'den kommunes' : 'de kommuners']
      : [missing === 1 ? '1 municipality is' : `${missing} municipalities are`, missing === 1 ? 'that municipality’s' : 'their'];
  return language === 'da'
    ? `Udmeldingen tager stadig imod svar, og ${who} mangler. En udgave nu og en senere ville tilsammen vise ${whose} tal.`
    : `The call still takes answers, and ${who} missing. One edition now and one later would together show ${whose} numbers.`;
}
