/** The sentence that tells why a public edition is not released, in Danish and English. One place, for page, command line and API. */
import { regions } from '../geography/regions.ts';
import type { NotReleased } from './edition.ts';

/** One whole sentence. It never holds a count of women. */
export function notReleasedSentence(reason: NotReleased, language: 'da' | 'en'): string {
  switch (reason.reason) {
    case 'not-reported':
      return language === 'da'
        ? 'Udmeldingen er ikke afrapporteret endnu, så svarene kan stadig rettes. To udgaver før og efter en rettelse ville tilsammen vise en kommunes tal.'
        : 'The call is not reported yet, so answers can still be corrected. Two editions before and after a correction would together show a municipality’s number.';
    case 'too-few-answers': {
      const place = reason.place === 'danmark' ? (language === 'da' ? 'Danmark' : 'Denmark') : regions[reason.place].name;
      return language === 'da' ? `For få kommuner har svaret i ${place}.` : `Too few municipalities have answered in ${place}.`;
    }
    case 'not-made':
      return language === 'da'
        ? 'Den offentlige udgave er ikke dannet endnu. Styrelsen eller et sekretariat danner den på siden Udgivelser, og derefter står den fast.'
        : 'The public edition is not made yet. The agency or a secretariat makes it on the page Releases, and from then on it stands.';
  }
}
