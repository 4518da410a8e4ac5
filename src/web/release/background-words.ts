/** What must be said beside the numbers of a release: what is counted, what other releases tell of the same, and what is not protected. */
import { catalogue } from '../ui/language.ts';

export const backgroundTexts = catalogue(
  {
    counted: 'hvad der er talt',
    countedText:
      'Kommunernes afgørelser om behandling, ikke behov: hvor mange udsatte gravide kvinder med et skadeligt rusmiddelbrug der er visiteret i året. Tallene siger ikke, hvor mange der har brug for behandling, ønsker den eller har fået den.',
    total: 'Total',
    totalText: '«Total» er alle steder, alle år eller al behandling. {definition}',
    residential: 'døgn',
    other: 'anden',
    otherText: 'Anden behandling end døgn: «Total» minus «døgn».',
    source: 'kilder',
    sourceText: 'Kommunernes svar på udmeldingen. Definitionen står i: {sources}.',
    madeUp: 'opdigtede tal',
    madeUpText:
      'Tallene fra {answers, number} af de {of, number} kommuner, der har svaret, er helt eller delvis opdigtet til afprøvning. Tallene må ikke bruges som oplysninger om virkelige kommuner.',
    madeUpNone: 'Ingen af kommunernes tal er opdigtet.',
    range: 'spænd',
    rangeText:
      'Det er prøvet, at ingen kan regne {but, select, yes {andre skjulte tal nøjagtigt ud end dem, der er trykt i forvejen} other {et skjult tal nøjagtigt ud}}. Spænd er ikke beskyttet mod at blive indsnævret. {least}',
    rangeLeast:
      'Af denne tabel og det, der var udgivet før, følger det for {cells, plural, one {# tal} other {# tal}}, at {cells, plural, one {det} other {hvert}} kun kan være ét af {values, number}. Flere summer tilsammen, og det, andre har trykt, kan give mindre.',
    rangeNone: 'Af én sum ad gangen følger ingen øvre ende for noget skjult tal.',
    printed: 'trykt i forvejen',
    printedHidden:
      '{count, plural, one {# skjult tal er ingen hemmelighed: alle kan regne det ud. Det er trykt, eller det følger af det, der er trykt, i} other {# skjulte tal er ingen hemmelighed: alle kan regne dem ud. De er trykt, eller de følger af det, der er trykt, i}} {where}. Det kan ingen tage tilbage, så {count, plural, one {tallet er} other {tallene er}} ikke med i prøven.',
    printedRounded:
      '{count, plural, one {# af de afrundede tal kan alle kende nøjagtigt. Det er trykt, eller det følger af det, der er trykt, i} other {# af de afrundede tal kan alle kende nøjagtigt. De er trykt, eller de følger af det, der er trykt, i}} {where}. Det kan ingen tage tilbage, så {count, plural, one {tallet er} other {tallene er}} ikke med i prøven.',
    printedOwn: 'tabellen selv',
    printedCells: '{count, plural, one {Tallet er} other {Tallene er}}: {cells}.',
    printedWhich: 'Hvilke tal?',
    rangeTitle: 'Hvor snævert kan et skjult tal afgrænses?',
    other_this:
      'Udgivelse {id} viser {both, plural, one {# af de samme tal} other {# af de samme tal}}, afrundet; {differ, number} er anderledes. Tallene her er de nøjagtige.',
    other_other:
      'Udgivelse {id} viser {both, plural, one {# af de samme tal} other {# af de samme tal}} nøjagtigt; {differ, number} er anderledes her. Brug tallene i udgivelse {id}, hvor begge har dem.',
    other_both:
      'Udgivelse {id} viser {both, plural, one {# af de samme tal} other {# af de samme tal}}; {differ, plural, =0 {de er ens.} other {# er anderledes.}}',
    other_neither:
      'Udgivelse {id} viser {both, plural, one {# af de samme tal} other {# af de samme tal}}; begge er afrundet, og {differ, number} er anderledes.',
    others: 'samme tal andre steder',
    othersTitle: 'De samme tal i andre udgivelser',
    see: 'Se udgivelse {id}',
    repeated: 'Alle tal her står også i udgivelse {id}. Derfor fortæller den intet nyt.',
    ruleRounded: '{edition}: alle tal er afrundet til et helt antal gange {base, number}; ingen er skjult',
    ruleNone: '{edition}: tal fra 1 til {most, number} må ikke vises; i denne tabel er ingen tal skjult',
    ruleShow:
      '{edition}: tal fra 1 til {most, number} er skjult, og så mange andre, at ingen kan regne dem ud{but, select, yes {, undtagen dem, der er trykt i forvejen} other {}}',
    ruleHide:
      '{edition}: tal fra 0 til {most, number} kan være skjult, og så mange andre, at ingen kan regne dem ud{but, select, yes {, undtagen dem, der er trykt i forvejen} other {}}',
    legendNone: 'Ingen tal er skjult i denne tabel.',
  },
  {
    counted: 'what is counted',
    countedText:
      'The municipalities’ decisions on treatment, not need: how many vulnerable pregnant women with harmful substance use were decided to it in the year. The numbers do not say how many need treatment, want it or have had it.',
    total: 'Total',
    totalText: '“Total” is all places, all years or all treatment. {definition}',
    residential: 'døgn',
    other: 'anden',
    otherText: 'Other treatment than residential: “Total” less “døgn”.',
    source: 'sources',
    sourceText: 'The municipalities’ answers to the call. The definition stands in: {sources}.',
    madeUp: 'made-up numbers',
    madeUpText:
      'The numbers of {answers, number} of the {of, number} municipalities that have answered are made up in whole or in part for trying the program. The numbers must not be used as knowledge of real municipalities.',
    madeUpNone: 'None of the municipalities’ numbers is made up.',
    range: 'ranges',
    rangeText:
      'It has been tried that nobody can work {but, select, yes {any hidden number out exactly but those that are printed already} other {a hidden number out exactly}}. Ranges are not protected against being narrowed. {least}',
    rangeLeast:
      'From this table and what was released before it follows of {cells, plural, one {# number} other {# numbers}} that {cells, plural, one {it} other {each}} can only be one of {values, number}. Several sums together, and what others have printed, can leave fewer.',
    rangeNone: 'From one sum at a time no upper end follows for any hidden number.',
    printed: 'printed already',
    printedHidden:
      '{count, plural, one {# hidden number is no secret: anybody can work it out. It is printed, or follows from what is printed, in} other {# hidden numbers are no secret: anybody can work them out. They are printed, or follow from what is printed, in}} {where}. Nobody can take that back, so {count, plural, one {the number is} other {the numbers are}} not part of the test.',
    printedRounded:
      '{count, plural, one {# of the rounded numbers is known exactly to anybody. It is printed, or follows from what is printed, in} other {# of the rounded numbers are known exactly to anybody. They are printed, or follow from what is printed, in}} {where}. Nobody can take that back, so {count, plural, one {the number is} other {the numbers are}} not part of the test.',
    printedOwn: 'the table itself',
    printedCells: '{count, plural, one {The number is} other {The numbers are}}: {cells}.',
    printedWhich: 'Which numbers?',
    rangeTitle: 'How narrowly can a hidden number be bounded?',
    other_this:
      'Release {id} shows {both, plural, one {# of the same numbers} other {# of the same numbers}}, rounded; {differ, number} differ. The numbers here are the exact ones.',
    other_other:
      'Release {id} shows {both, plural, one {# of the same numbers} other {# of the same numbers}} exactly; {differ, number} differ here. Use the numbers of release {id} where both have them.',
    other_both:
      'Release {id} shows {both, plural, one {# of the same numbers} other {# of the same numbers}}; {differ, plural, =0 {they are alike.} other {# differ.}}',
    other_neither:
      'Release {id} shows {both, plural, one {# of the same numbers} other {# of the same numbers}}; both are rounded, and {differ, number} differ.',
    others: 'the same numbers elsewhere',
    othersTitle: 'The same numbers in other releases',
    see: 'See release {id}',
    repeated: 'All numbers here stand in release {id} too. So it tells nothing new.',
    ruleRounded: '{edition}: all numbers are rounded to a multiple of {base, number}; none is hidden',
    ruleNone: '{edition}: numbers from 1 to {most, number} may not be shown; in this table no numbers are hidden',
    ruleShow:
      '{edition}: numbers from 1 to {most, number} are hidden, and so many others that nobody can work them out{but, select, yes {, but for those that are printed already} other {}}',
    ruleHide:
      '{edition}: numbers from 0 to {most, number} can be hidden, and so many others that nobody can work them out{but, select, yes {, but for those that are printed already} other {}}',
    legendNone: 'No numbers are hidden in this table.',
  },
);
