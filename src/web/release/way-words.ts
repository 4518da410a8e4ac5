/** What the page says after a refusal: what can be done instead, and that the opened cell lies elsewhere. */
import { catalogue } from '../ui/language.ts';

export const wayTexts = catalogue(
  {
    title: 'Det kan du gøre',
    tried:
      'Hver vej er prøvet mod alle læsere og alt, der er udgivet før, og den holdt. Hvert valg udfylder skemaet, og du får en ny forhåndsvisning.',
    none: 'Ingen af de andre måder holdt heller, eller de nåede ikke at blive prøvet. Spørg styrelsen, hvad der kan udgives.',
    notTried: 'Ingen andre måder blev prøvet. Vælg en anden på siden «Udgivelser».',
    report: 'Rapporten har kun én offentlig udgave.',
    elsewhere:
      'Cellen hører til et sted uden for din region. Samløb siger hverken hvilken eller hvor stor den er: det ville røbe, at den er lille. Styrelsen kan se, hvilken det er. Arbejdet standser ved den første celle, der kan regnes ud, så der kan være flere, også i din egen region.',
    example:
      'Sådan går det til, med opdigtede tal: kommune A har 7, kommune B har 2, og tilsammen har de 9. Skjules kun de 2, kan alle regne 9 − 7 = 2. Derfor må også et tal, der ikke er lille, skjules, eller alle tal afrundes.',
    rounding: 'Afrund tallene i stedet for at skjule dem',
    suppression: 'Skjul så mange andre tal, at ingen kan regne de små ud, undtagen dem, som andre har trykt',
    zeros: 'Skjul tal, og lad et skjult tal også kunne være 0',
    treatments: 'Slå behandlingerne sammen',
    years: 'Læg årene sammen',
    region: 'Udgiv efter region i stedet for efter kommune',
  },
  {
    title: 'What you can do',
    tried:
      'Each way has been tried against all readers and everything released before, and it held. Each choice fills in the form, and you get a new preview.',
    none: 'None of the other ways held either, or there was no time to try them. Ask the agency what can be released.',
    notTried: 'No other ways were tried. Choose another on the page “Releases”.',
    report: 'The report has one public edition only.',
    elsewhere:
      'The cell belongs to a place outside your region. Samløb says neither which one it is nor how large: that would tell that it is small. The agency can see which one it is. The work stops at the first cell that can be worked out, so there can be more, in your own region too.',
    example:
      'This is how it is done, with invented numbers: municipality A has 7, municipality B has 2, and together they have 9. If only the 2 is hidden, all can work out 9 − 7 = 2. So a number that is not small has to be hidden too, or all numbers rounded.',
    rounding: 'Round the numbers instead of hiding them',
    suppression: 'Hide so many other numbers that nobody can work out the small ones, but for those that others have printed',
    zeros: 'Hide numbers, and let a hidden number also be 0',
    treatments: 'Put the treatments together',
    years: 'Put the years together',
    region: 'Release by region instead of by municipality',
  },
);
