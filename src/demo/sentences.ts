/** Sentences of the simulated country, in Danish: plain, without blame, in words she could read herself. All invented. */
import type { AnswerReason } from '../domain/pathway/facts.ts';
import type { CriterionId } from '../domain/pathway/criteria.ts';

export const concerns: readonly string[] = [
  'Fortæller selv om et forbrug af alkohol, som hun har svært ved at stoppe.',
  'Bruger hash dagligt og vil gerne have hjælp til at holde op.',
  'Får substitutionsmedicin og er bekymret for barnet.',
  'Har taget kokain i weekender, før graviditeten blev opdaget, og er usikker på, hvad det betyder.',
  'Er gravid i 2. trimester uden kontakt til svangreomsorgen; bruger beroligende medicin, som ikke er ordineret.',
  'Er uden fast bolig og bruger flere rusmidler. Ønsker hjælp sammen med sin søster.',
  'Kom til samtale om prævention og viste sig at være gravid; drikker dagligt.',
  'Har tidligere været i behandling og er begyndt at bruge rusmidler igen.',
];

export const inHerWords: Readonly<Record<AnswerReason, string>> = {
  partner: 'Jeg vil ikke være væk fra min kæreste nu.',
  child: 'Jeg kan ikke være fra mit andet barn så længe.',
  home: 'Jeg vil gerne blive boende hjemme.',
  work: 'Jeg er bange for at miste mit arbejde.',
  distance: 'Det er for langt væk.',
  network: 'Min mor og min veninde er her.',
  other: 'Jeg har brug for at tænke over det.',
  unsaid: '',
};

export const acceptingWords: readonly string[] = [
  'Ja, det vil jeg gerne.',
  'Ja, hvis jeg kan få besøg.',
  'Ja. Jeg har brug for ro.',
  'Jeg siger ja for barnets skyld og min egen.',
];

export const needReasons = {
  outpatient: ['Hun kommer til sine aftaler og har god støtte hjemme.', 'Forbruget er lille, og hun er motiveret.'],
  'intensified-outpatient': [
    'Der er brug for hyppigere kontakt og ledsagelse.',
    'Aftaler bliver aflyst; en fast kontaktperson kan hjælpe.',
  ],
  residential: [
    'Den ambulante indsats rækker ikke, og hun har brug for ro og afstand.',
    'Hun ønsker selv at komme væk fra miljøet resten af graviditeten.',
  ],
} as const;

export const offers = {
  outpatient: 'Faste samtaler i familieambulatoriet og rusmiddelbehandlingen',
  'intensified-outpatient': 'Hyppige samtaler, prøver og hjemmebesøg med en fast kontaktperson',
  residential: 'Ophold på et døgntilbud resten af graviditeten og den første tid efter fødslen',
} as const;

export const alternatives: readonly string[] = [
  'Forstærket ambulant forløb med ugentlige samtaler og hjemmebesøg.',
  'Ophold på krisecenter i nærheden med daglig kontakt til rusmiddelbehandlingen.',
  'Familiebehandling i hjemmet og ugentlig kontakt med jordemoderen.',
];

/** What is answered to a criterion when it holds, when it does not, and when it is unclear. */
export const criterionReasons: Readonly<Record<CriterionId, { readonly met: string; readonly notMet: string; readonly unclear: string }>> =
  {
    'pregnant-harmful-use': { met: 'Har fortalt om forbruget', notMet: 'Forbruget ophørte tidligt', unclear: 'Forbruget kendes ikke nok' },
    'social-problems': {
      met: 'Usikker bolig og få at støtte sig til',
      notMet: 'Bolig, arbejde og støtte er på plads',
      unclear: 'Forholdene derhjemme er ikke kendt',
    },
    'not-held-outpatient': {
      met: 'Er udeblevet flere gange',
      notMet: 'Kommer til sine aftaler',
      unclear: 'Forløbet er for nyt til at sige det',
    },
    'needs-residential': { met: 'Har brug for ro og afstand', notMet: 'Kan støttes, hvor hun bor', unclear: 'Afhænger af de næste uger' },
    'profits-from-outpatient': {
      met: 'Har gavn af den ambulante indsats',
      notMet: 'Den ambulante indsats har ikke været nok',
      unclear: 'For tidligt at sige',
    },
  };

export const eventTexts = {
  'network-meeting': 'Netværksmøde med hende selv og parterne',
  relapse: 'Har fortalt om et tilbagefald; der er aftalt en samtale',
  'missed-meeting': 'Kom ikke til den aftalte samtale; ny tid er aftalt',
  'hospital-admission': 'Indlagt til observation i to døgn',
  'moved-municipality': 'Er flyttet; den nye kommune inviteres ind i forløbet',
  'partner-situation': 'Kæresten er begyndt i behandling',
  housing: 'Har fået en midlertidig bolig',
  birth: 'Barnet er født',
  'treatment-started': 'Behandlingen er begyndt',
} as const;

export const endings = {
  completed: 'Efterværnet er afsluttet, da barnet blev et år',
  contactLost: 'Kontakten er ophørt efter aftale med hende; hun ved, hvem hun kan ringe til',
} as const;
