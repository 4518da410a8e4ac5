/** What the pages of the gap and of next year say. */
export const workDanish = {
  captionSays:
    'Hver linje viser, hvor mange kvinder der er tilbage, når grunden er taget med. Stiplet er det, der kan være tilbage, når grunden er usikker. Orange er det, ingen grund forklarer.',
  leftOver: 'Tilbage',
  axisWomen: 'Kvinder',
  noReasons: 'Ingen grund er skrevet endnu. De to tal er {left} fra hinanden.',
  answer: 'Grundene bringer det store tal ned til {explained}. {left} er tilbage, som ingen af grundene forklarer.',
  logarithms: 'Hvor stor en del forklarer hver grund?',
  logarithmsSay:
    'Delene lægges sammen til 100 %, når de måles i, hvor mange gange større det ene tal er end det andet (logaritmisk skala):',
  gapTitle: 'Hvorfor er to tal forskellige?',
  gapIntro:
    'Vælg to tal. Skriv så for hver grund, hvor stor en del af det store tal, der bliver tilbage, når der tages hensyn til den. Det, ingen grund forklarer, står til sidst for sig selv og får ikke noget navn.',
  larger: 'Det store tal',
  smaller: 'Det lille tal',
  factor: 'Grund',
  'factor.answered': 'Ikke alle kommuner svarede',
  'factor.treated': 'Kun de, der var i rusmiddelbehandling før eller under opholdet',
  'factor.period': 'Kun graviditeten og ikke barnets første år',
  'factor.other': 'En anden grund, I kan sætte tal på',
  share: 'Bliver tilbage, i %',
  shareHint: '100 er ingen forskel. Et spænd skrives 40-60.',
  show: 'Regn igen',
  'kind.bounds': 'fra dokumenterne',
  'kind.judged': 'jeres skøn',
  'kind.changed': 'jeres tal (dokumenterne: {documents})',
  wrongField: 'Ret feltet, så regnes der igen.',
  'problem.over-100': 'Skriv højst 100.',
  times: 'Det store tal er {times} gange det lille.',
  left: 'Uden forklaring',
  leftText:
    'Når grundene er trukket fra, er det lille tal {middle} % af det, der er tilbage ({low}–{high} %, når grundene er så store og små, de kan være).',
  notAlike:
    'De to tal tæller ikke det samme: de er forskellige i {columns}. Derfor kan de ikke trækkes fra hinanden. Regnestykket viser kun, hvor meget grunde, I selv kan sætte tal på, kan betyde.',
  leftIsNot:
    'Resten er forskellen på to optællinger, ikke et antal kvinder, der mangler: den rummer også alt det, de to tal tæller forskelligt.',
  over: 'Grundene forklarer mere, end der er at forklare: et skøn er for lavt, eller to grunde tæller det samme.',
  'problem.not-numbers': 'Skriv andele over 0, den mindste først: 40-60.',
  'problem.no-gap': 'Det første tal skal være større end det andet.',
  caption: 'Fra det store tal til det lille',
  demandTitle: 'Hvor mange kommer næste år?',
  demandIntro:
    'Det kommer an på, hvilket af tallene der passer. For hvert tal står her et spænd: så få kan det blive, og så mange. Når der kun er få om året, svinger det meget fra år til år af sig selv.',
  demandCaption: 'Næste år, hvis tallet passer',
  basis: 'Hvis dette tal passer',
  range: '9 af 10 år',
  counts: 'Kommunerne talte {counts} med afgørelse om døgn (2017–2019)',
  countsDiscounted: 'Det samme, men gamle år tæller mindre ({counts})',
  judged: 'Fagfolk skønnede {range} med behov ({year})',
  pooled: 'Alle skøn siden 2019 med et spænd, hver med samme vægt',
  pooledWithout:
    'Uden {range} ({year}): det er ét tal uden spænd, så ingen kan se, hvor sikkert det er, og de samme gav {later} året efter.',
  pooledAgainst: 'Kun et eksempel: brug det ikke. Skønnene modsiger hinanden, så tallet skjuler uenigheden.',
  thinned: 'Kommunernes tal ({counts}), hvis kun {low}–{high} % bliver registreret',
  thinnedExample:
    'Kommunernes tal ({counts}), hvis kun {low}–{high} % bliver registreret (et eksempel uden kilde; skriv jeres eget skøn ovenfor)',
  registration: 'Hvor stor en del bliver registreret? I %',
  registrationHint: 'Det, I selv tror og er 90 % sikre på, for eksempel 2-25. Det bruges i linjen «hvis … bliver registreret».',
  stay: 'Hvor længe varer et ophold i gennemsnit? I uger',
  stayHint: 'Det, I selv regner med, for eksempel 20. Så står der ved hvert tal, hvor mange pladser der er nok.',
  'problem.stay': 'Skriv et helt antal uger fra 1 til {most}.',
  'problem.registration': 'Skriv to procenter mellem 0 og 100, den mindste først: 2-25.',
  noBelief:
    'Linjen «hvis … bliver registreret» og tabellen over, hvordan svaret flytter sig, er ikke med her, for andelen kan ikke bruges. {why} De andre linjer hænger ikke på andelen.',
  method:
    'Gamma-Poisson fra Jeffreys’ udgangspunkt, Γ(½, 0), for dem, der er talt; skønnenes varians er fordoblet, og flere skøn er en blanding med samme vægt; andelen, der registreres, er den betafordeling, der har 5 % under det mindste, I skrev, og 5 % over det største. Ud over det er intet antaget om, hvor mange der er i alt: de talte trækker ikke i andelen, og andelen ikke i de talte. Andele under en tiendedel af det mindste regnes som den tiendedel; det flytter ingen af tallene i tabellen.',
  none: 'For en enkelt kommune er tallene så små, at de fleste år er uden nogen. Der skal planlægges for en region eller flere sammen.',
  synthesis: 'Kan skønnene lægges sammen til ét?',
  'synthesis.in-conflict':
    'Nej. Skønnene modsiger hinanden mere, end deres egne spænd kan forklare, så et fælles tal ville skjule uenigheden.',
  'synthesis.pooled': 'Ja: {median} ({low}–{high}). Skønnene modsiger ikke hinanden mere, end deres spænd kan forklare.',
  'synthesis.too-few': 'Nej, der er for få.',
  against: '{range} ({year}): {p} % chance for så stor en forskel til de andre, hvis de var enige',
  unexplained: '{share} % af forskellene forklares ikke af spændene selv; grænsen er 30 %.',
  demandPicture: 'Billedet viser for hvert tal, hvor mange kvinder der kan komme næste år.',
  demandSays:
    'Spændene svarer på hver sit «hvis» og må ikke lægges sammen. Tallene tæller hver sit. Derfor kan to spænd, der ikke mødes, godt begge være rigtige: de svarer ikke på det samme.',
  barRange: 'herimellem i 9 af 10 år',
  barMiddle: 'midten: lige så tit over som under',
  axisNextYear: 'Kvinder næste år',
  lineSays: 'Midten er {middle}. Den, der planlægger til {plan}, har nok i 4 af 5 år.',
  placesEnough:
    '{places, plural, =0 {Ingen pladser} one {Én plads} other {# pladser}} er nok i 95 % af tiden, når et ophold varer {weeks} uger i gennemsnit.',
  'how.places':
    'Pladserne er nok, så længe der ikke er flere på ophold på én gang, end der er pladser. Det er regnet, som om alle kan bruge alle pladser, ingen bliver afvist, og kvinderne kommer jævnt over året. Er pladserne delt på flere steder, skal der være flere.',
  carries:
    '{units, plural, =0 {Kan ikke bære et døgntilbud} =1 {Kan bære ét døgntilbud} other {Kan bære # døgntilbud}}, når hvert skal nå tre indskrivninger i 9 af 10 år: usikkerheden afgør det, ikke kun midten.',
  toPlan: 'Regn videre med pladser og steder under Planlægning',
  howRanges: 'Hvordan er spændene lavet?',
  'how.chance':
    'Selv hvis gennemsnittet er kendt, kommer der ikke lige mange hvert år. Og gennemsnittet er ikke kendt: det er kun set i få år. Derfor er spændet bredere end ren tilfældighed (overdispersion).',
  'how.registration':
    'Bliver kun nogle registreret, er der flere, end der er talt. Hvor mange flere, kan tallene ikke sige. Svaret hænger derfor på det, I selv tror om andelen; tabellen ovenfor viser hvordan.',
  'how.experts':
    'Et skøn læses sådan, at fagfolkene er 90 % sikre på deres spænd. Erfaringen er, at skøn rammer forbi oftere, end de siger, så spændet gøres bredere.',
  'how.units':
    'Et døgntilbud skal have mindst tre indskrivninger om året efter styrelsens screeningsmodel. Et antal kan bære så mange tilbud, at hvert af dem når tre med 90 % sandsynlighed, når kvinderne fordeler sig tilfældigt mellem dem. Tallet kan være et andet end under Planlægning: her er der ét svar for næste år, og det er med, at ingen kender gennemsnittet. Planlægning regner for hver ende af skønnet, som om den var sikker.',
  countsStay: '{count} kom på døgnophold for familier (2020)',
  fileStep: 'Hvor mange der er tilbage af det store tal, når grunden og alle før den er taget med.',
  fileLeft: 'Det, der er tilbage, når alle grunde er taget med, mindre det lille tal.',
  fileDemand:
    'Hvor mange kvinder der kan komme næste år, hvis tallet passer: i 9 af 10 år mellem fra og til, og lige så tit over midten som under.',
  fileMethod: 'Metode',
} as const;

export const workEnglish: Readonly<Record<keyof typeof workDanish, string>> = {
  captionSays:
    'Each line shows how many women are left when the reason is taken into account. Dashed is what may be left when the reason is uncertain. Orange is what no reason explains.',
  leftOver: 'Left',
  axisWomen: 'Women',
  noReasons: 'No reason is written yet. The two numbers are {left} apart.',
  answer: 'The reasons bring the larger number down to {explained}. {left} are left that none of the reasons explains.',
  logarithms: 'How large a part does each reason explain?',
  logarithmsSay:
    'The parts add up to 100 % when they are measured in how many times larger the one number is than the other (logarithmic scale):',
  gapTitle: 'Why are two numbers different?',
  gapIntro:
    'Choose two numbers. Then write for each reason how large a part of the larger number is left when it is taken into account. What no reason explains stands by itself at the end and gets no name.',
  larger: 'The larger number',
  smaller: 'The smaller number',
  factor: 'Reason',
  'factor.answered': 'Not all municipalities answered',
  'factor.treated': 'Only those in substance treatment before or during the stay',
  'factor.period': 'Only the pregnancy and not the child’s first year',
  'factor.other': 'Another reason you can put a number on',
  share: 'Is left, in %',
  shareHint: '100 is no difference. A range is written 40-60.',
  show: 'Work out again',
  'kind.bounds': 'from the documents',
  'kind.judged': 'your judgement',
  'kind.changed': 'your number (the documents: {documents})',
  wrongField: 'Correct the field, and it is worked out again.',
  'problem.over-100': 'Write at most 100.',
  times: 'The larger number is {times} times the smaller.',
  left: 'Without explanation',
  leftText:
    'When the reasons are taken away, the smaller number is {middle} % of what is left ({low}–{high} % when the reasons are as large and small as they can be).',
  notAlike:
    'The two numbers do not count the same: they differ in {columns}. So the one cannot be taken from the other. The sum only shows how much the reasons that you can put a number on may mean.',
  leftIsNot:
    'What is left is the difference of two counts, not a number of women who are missing: it also holds all that the two count differently.',
  over: 'The reasons explain more than there is to explain: a judgement is too low, or two reasons count the same.',
  'problem.not-numbers': 'Write shares above 0, the smaller first: 40-60.',
  'problem.no-gap': 'The first number must be larger than the second.',
  caption: 'From the larger number to the smaller',
  demandTitle: 'How many come next year?',
  demandIntro:
    'It depends on which of the numbers is right. For each number there is a range here: so few may come, and so many. When there are only few a year, the number varies much by itself.',
  demandCaption: 'Next year, if the number is right',
  basis: 'If this number is right',
  range: '9 of 10 years',
  counts: 'The municipalities counted {counts} decided to residence (2017–2019)',
  countsDiscounted: 'The same, but old years count less ({counts})',
  judged: 'Professionals judged {range} to have the need ({year})',
  pooled: 'All judgements since 2019 with a range, each with the same weight',
  pooledWithout:
    'Without {range} ({year}): it is one number without a range, so nobody can see how sure it is, and the same people gave {later} the year after.',
  pooledAgainst: 'Only an example: do not use it. The judgements contradict each other, so the number hides the dispute.',
  thinned: 'The municipalities’ counts ({counts}) if only {low}–{high} % are registered',
  thinnedExample:
    'The municipalities’ counts ({counts}) if only {low}–{high} % are registered (an example without a source; write your own judgement above)',
  registration: 'How large a part is registered? In %',
  registrationHint: 'What you believe and are 90 % sure of, for instance 2-25. It is used in the line “if … are registered”.',
  stay: 'How long is a stay on average? In weeks',
  stayHint: 'What you reckon with yourselves, for instance 20. Each number then says how many places are enough.',
  'problem.stay': 'Write a whole number of weeks from 1 to {most}.',
  'problem.registration': 'Write two percentages between 0 and 100, the smaller first: 2-25.',
  noBelief:
    'The line “if … are registered” and the table of how the answer moves are not here, since the share cannot be used. {why} The other lines do not hang on the share.',
  method:
    'Gamma-Poisson from Jeffreys’ prior, Γ(½, 0), for those who are counted; the variance of the judgements is doubled, and several judgements are a mixture of equal weights; the share that is registered is the beta distribution with 5 % below the least that you wrote and 5 % above the most. Nothing else is assumed of how many there are in all: the counts do not pull the share, nor the share the counts. Shares below a tenth of the least are reckoned as that tenth; it moves none of the numbers in the table.',
  none: 'For a single municipality the numbers are so small that most years have nobody. Planning must be for a region or several together.',
  synthesis: 'Can the judgements be put together into one?',
  'synthesis.in-conflict':
    'No. The judgements contradict each other more than their own ranges can explain, so one number would hide the disagreement.',
  'synthesis.pooled': 'Yes: {median} ({low}–{high}). The judgements do not contradict each other more than their ranges can explain.',
  'synthesis.too-few': 'No, there are too few.',
  against: '{range} ({year}): {p} % chance of so large a difference from the others if they agreed',
  unexplained: '{share} % of the differences are not explained by the ranges themselves; the limit is 30 %.',
  demandPicture: 'The picture shows for each number how many women may come next year.',
  demandSays:
    'Each range answers its own “if”, and they must not be added. The numbers count different things. So two ranges that do not meet can both be right: they do not answer the same.',
  barRange: 'between these in 9 of 10 years',
  barMiddle: 'the middle: as often above as below',
  axisNextYear: 'Women next year',
  lineSays: 'The middle is {middle}. Who plans for {plan} has enough in 4 of 5 years.',
  placesEnough:
    '{places, plural, =0 {No places} one {One place} other {# places}} are enough 95 % of the time when a stay lasts {weeks} weeks on average.',
  'how.places':
    'The places are enough as long as no more are on a stay at once than there are places. It is reckoned as if all can use all places, nobody is turned away, and the women come evenly over the year. Where the places are divided between several sites, there must be more.',
  carries:
    '{units, plural, =0 {Cannot carry a residential unit} =1 {Can carry one residential unit} other {Can carry # residential units}} when each is to reach three admissions in 9 of 10 years: the uncertainty decides it, not the middle alone.',
  toPlan: 'Go on with places and sites under Planning',
  howRanges: 'How are the ranges made?',
  'how.chance':
    'Even if the mean is known, not equally many come each year. And the mean is not known: it has been seen for few years only. So the range is wider than mere chance (overdispersion).',
  'how.registration':
    'If only some are registered there are more than are counted. How many more the numbers cannot tell. So the answer hangs on what you believe of the share; the table above shows how.',
  'how.experts':
    'A judgement is read as if the professionals are 90 % sure of their range. Experience says that judgements miss more often than they say, so the range is widened.',
  'how.units':
    'A residential unit must have at least three admissions a year by the agency’s screening model. A number can carry so many units that each reaches three with 90 % probability when the women spread by chance among them. The number may be another than under Planning: here there is one answer for next year, and it counts that nobody knows the mean. Planning reckons for each end of the estimate as if it were certain.',
  countsStay: '{count} came to a residential family stay (2020)',
  fileStep: 'How many are left of the larger number when the reason and all before it are taken into account.',
  fileLeft: 'What is left when all reasons are taken into account, less the smaller number.',
  fileDemand:
    'How many women may come next year if the number is right: in 9 of 10 years between from and to, and as often above the middle as below.',
  fileMethod: 'Method',
};
