/** That she waits for a place, in a sentence, in both languages. */
import { catalogue } from '../ui/language.ts';

export const waitsTexts = catalogue(
  {
    waits: 'Hun venter på en plads: nr. {number} af {of} til {unit}, siden {day}.',
    waitsAnywhere: 'Hun venter på en plads, siden {day}. Ingen bestemt afdeling er ønsket.',
    onNoList: 'Hun venter på en plads, siden {day}, men står ikke på listen i nogen af de afdelinger, hun ønsker.',
    offered: 'Hun venter på en plads, siden {day}, og har et tilbud, der skal svares på.',
    search:
      'En søgning ændrer ikke hendes plads på ventelisten. Holder du en plads til hende her, venter hun ikke mere; bliver den ikke til noget, venter hun igen med samme ventetid.',
    noHelp:
      'At vente hjælper hende ikke: som afdelingerne er nu, kan ingen af dem tage hende, heller ikke senere. Det, der kan gøres: søg uden et af behovene, hvis det fagligt kan undværes, spørg en afdeling, hvad den kan gøre, eller overvej med hende et andet tilbud end et døgnophold.',
    link: 'Se ventelisten',
    isOffer: 'Pladsen er et tilbud fra ventelisten, og der er ikke svaret endnu. Når teamet har sagt ja, bekræftes den her.',
    answer: 'Svar på tilbuddet',
  },
  {
    waits: 'She waits for a place: no. {number} of {of} for {unit}, since {day}.',
    waitsAnywhere: 'She waits for a place, since {day}. No unit in particular is wished.',
    onNoList: 'She waits for a place, since {day}, but is on the list of none of the units she wishes.',
    offered: 'She waits for a place, since {day}, and has an offer to be answered.',
    search:
      'A search does not change her place on the waiting list. If you hold a place for her here, she waits no more; if it comes to nothing, she waits again with the same time.',
    noHelp:
      'Waiting does not help her: as the units are now, none of them can take her, not later either. What can be done: search without one of the needs, if it can be done without in a professional’s judgement, ask a unit what it can do, or choose another kind of provision than a residential stay.',
    link: 'See the waiting list',
    isOffer: 'The place is an offer from the waiting list, not answered yet. When the team has said yes, it is confirmed here.',
    answer: 'Answer the offer',
  },
);
