/** What a place has and she needs, as it stands inside a sentence: «Hun har brug for trinfri adgang», «Pladsen har ikke rum til en partner». */
import { catalogue } from '../ui/language.ts';

export const propertyTexts = catalogue(
  {
    'mother-and-baby': 'rum til mor og barn',
    partner: 'rum til en partner',
    'other-children': 'rum til andre børn',
    shielded: 'skærmede rammer',
    'accepts-active-use': 'modtagelse ved aktivt brug',
    'substitution-treatment': 'substitutionsbehandling',
    'detention-possible': 'mulighed for tilbageholdelse med forudgående samtykke',
    'near-neonatal-ward': 'en neonatalafdeling tæt på',
    'step-free': 'trinfri adgang',
  },
  {
    'mother-and-baby': 'room for mother and baby',
    partner: 'room for a partner',
    'other-children': 'room for other children',
    shielded: 'shielded surroundings',
    'accepts-active-use': 'admission during active use',
    'substitution-treatment': 'substitution treatment',
    'detention-possible': 'the option of detention with prior consent',
    'near-neonatal-ward': 'a neonatal ward nearby',
    'step-free': 'step-free access',
  },
);
