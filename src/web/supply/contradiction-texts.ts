/** The words about what contradicts in a unit's supply, in both languages. */
import { catalogue } from '../ui/language.ts';

export const contradictionTexts = catalogue(
  {
    heading: 'Det passer ikke sammen. Intet er gemt endnu',
    'partner-and-women-only':
      '«Partner kan bo med» ({places}) og «ingen mænd» gælder på samme tid: en mandlig partner kan ikke bo der, og en plads til en kvinde med en mandlig partner findes ikke her.',
    'children-and-none': 'Der er plads til flere børn ({places}), og afdelingen tager ingen børn med: ingen kvinde med børn får plads her.',
    'child-age-and-none': 'Der er en grænse for børnenes alder, og afdelingen tager ingen børn med: grænsen virker ikke.',
    'shielded-and-many': '{count} pladser er skærmede. Efter norske erfaringer bør højst {most} kvinder være sammen i en skærmet afdeling.',
    'use-and-children': 'Aktivt brug modtages på samme plads, som hendes andre børn kan bo på ({places}).',
    ask: 'Er det sådan, det skal være, så gem. Ellers ret det, der er skrevet.',
  },
  {
    heading: 'This does not fit together. Nothing is saved yet',
    'partner-and-women-only':
      '“A partner can stay too” ({places}) and “no men” hold at the same time: a male partner cannot stay, and a woman with a male partner finds no place here.',
    'children-and-none':
      'There is room for more children ({places}), and the unit receives no children: no woman with children finds a place here.',
    'child-age-and-none': 'There is a limit to the children’s age, and the unit receives no children: the limit does nothing.',
    'shielded-and-many': '{count} places are shielded. By Norwegian experience at most {most} women should be together in a shielded unit.',
    'use-and-children': 'Active use is accepted in the same place where her other children can stay ({places}).',
    ask: 'If this is how it should be, save it. Else change what is written.',
  },
);
