/** The sentence that tells why a public edition is not released, in Danish and English. One place, for page, command line and API. */
import { regions } from '../geography/regions.ts';
import type { Attacker } from '../disclosure/attackers.ts';
import type { NotReleased } from './edition.ts';

/** The attackers, as they are named to a reader. */
export const attackerNames: Readonly<Record<Attacker, { readonly da: string; readonly en: string }>> = {
  plain: { da: 'en læser, der lægger sammen og trækker fra', en: 'a reader who adds and subtracts' },
  'rule-aware': {
    da: 'en læser, der også kender reglerne for, hvad der skjules',
    en: 'a reader who also knows the rules of what is hidden',
  },
  insider: { da: 'en kvinde, der selv er talt med og kender sit eget tal', en: 'a woman who is counted herself, alone in her cell' },
};

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
    case 'would-open':
      return language === 'da'
        ? `Sammen med det, der allerede er udgivet, ville ${attackerNames[reason.attacker].da} kunne regne et skjult tal ud: ${reason.cell}.`
        : `With what has been released already, ${attackerNames[reason.attacker].en} could work out a hidden number: ${reason.cell}.`;
  }
}
