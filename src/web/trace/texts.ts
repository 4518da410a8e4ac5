import { catalogue } from '../ui/language.ts';

export const traceTexts = catalogue(
  {
    title: 'Sporet',
    intro: 'Hver gang nogen læser eller ændrer noget, skrives en linje her. Linjerne kan ikke ændres eller slettes.',
    caption: 'De nyeste {count} linjer',
    at: 'Hvornår',
    who: 'Hvem',
    role: 'Som',
    did: 'Hvad',
    about: 'Om',
    nothingSeen: 'Intet vist: det findes ikke, eller der er ikke adgang.',
    older: 'Ældre linjer',
  },
  {
    title: 'The trace',
    intro: 'Each time someone reads or changes something, a line is written here. Lines cannot be changed or removed.',
    caption: 'The newest {count} lines',
    at: 'When',
    who: 'Who',
    role: 'As',
    did: 'What',
    about: 'About',
    nothingSeen: 'Nothing shown: it does not exist, or there is no access.',
    older: 'Older lines',
  },
);
