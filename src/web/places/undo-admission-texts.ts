/** The words of an admission that is put right, in both languages. */
import { catalogue } from '../ui/language.ts';

export const undoAdmissionTexts = catalogue(
  {
    link: 'Ret indskrivningen: forkert kvinde eller forkert dag (senest {until})',
    heading: 'Ret en indskrivning, der er skrevet ved en fejl',
    follows: '{name} er ikke længere skrevet som kommet. Hun er ventet igen {arrival} og har pladsen til {departure}.',
    again: 'Kom hun en anden dag, indskriver du hende bagefter med den rigtige dag.',
    counts: 'Indskrivningen står i historikken med din begrundelse, og den tæller ikke mere.',
    why: 'Hvad var forkert',
    until: 'Kan rettes til {until}.',
    save: 'Tag indskrivningen tilbage',
    done: 'Indskrivningen er taget tilbage. {name} er ventet {arrival}. Er hun kommet, så indskriv hende her med den rigtige dag.',
    'cannot.too-late': 'Indskrivningen kunne rettes til {until}. Aftal med hendes kommune, hvad der skal stå.',
    'cannot.written-since':
      'Der er skrevet noget om hendes nætter siden: en anden plads, en anden dag eller orlov. Tag det tilbage på hendes kort først.',
    'cannot.moved-here':
      'Indskrivningen var også hendes flytning fra en anden afdeling og kan ikke rettes her. Ring til den afdeling og til hendes kommune.',
    'cannot.not-confirmed':
      'Hendes kommune har ikke bekræftet pladsen, så der er ikke et ophold at gå tilbage til. Bed den bekræfte den først.',
    'cannot.place-taken': 'En anden har eller havde pladsen {from}, som ville blive hendes igen.',
    'cannot.cannot': 'Hun er ikke indskrevet, eller hun blev indskrevet, før det kunne rettes.',
  },
  {
    link: 'Put the admission right: wrong woman or wrong day ({until} at the latest)',
    heading: 'Put right an admission that was written by mistake',
    follows: '{name} is no longer written as come. She is expected again on {arrival} and has the place until {departure}.',
    again: 'If she came on another day, you admit her afterwards on the right day.',
    counts: 'The admission stays in the history with your reason, and counts no more.',
    why: 'What was wrong',
    until: 'Can be put right until {until}.',
    save: 'Take the admission back',
    done: 'The admission is taken back. {name} is expected on {arrival}. If she has come, admit her here on the right day.',
    'cannot.too-late': 'The admission could be put right until {until}. Arrange with her municipality what is to be written.',
    'cannot.written-since':
      'Something was written of her nights since: another place, another day, or leave. Take that back on her card first.',
    'cannot.moved-here':
      'The admission was also her move from another unit and cannot be put right here. Ring that unit and her municipality.',
    'cannot.not-confirmed': 'Her municipality has not confirmed the place, so there is no stay to go back to. Ask it to confirm it first.',
    'cannot.place-taken': 'Somebody else has or had the place on {from}, which would be hers again.',
    'cannot.cannot': 'She is not admitted, or she was admitted before this could be put right.',
  },
);
