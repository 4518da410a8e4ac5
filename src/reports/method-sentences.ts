/** What each method of the hidden number does, in one plain sentence that stands by itself. */
import type { rowDanish } from './estimate-words.ts';

type MethodIn<Key> = Key extends `row.${infer Method}` ? Method : never;
type RowName = MethodIn<keyof typeof rowDanish>;

export const methodDanish: Readonly<Record<RowName, string>> = {
  'lincoln-petersen': 'Regner med, at de to lister ikke hænger sammen: den andel, som går igen, er den andel, listerne finder.',
  chapman: 'Regner med, at de to lister ikke hænger sammen, og er rettet, så tallet ikke bliver for stort, når få går igen.',
  'two-list-exact': 'Regner for hvert muligt antal ud, hvor godt det passer med de to lister.',
  independence: 'Regner med, at det at stå på én liste intet siger om de andre.',
  'best-aic': 'Vælger de lister, der hænger sammen, så tallene passer bedst; tager gerne en sammenhæng for meget med.',
  'best-bic': 'Vælger de lister, der hænger sammen, men tager kun de tydelige sammenhænge med.',
  'best-bic-bootstrap':
    'Trækker kvinderne igen mange gange og vælger de tydelige sammenhænge forfra hver gang. Det viser, hvor usikkert valget er.',
  stepwise: 'Til lister med få fælles kvinder: tager én sammenhæng med ad gangen, så længe den er tydelig.',
  'stepwise-bca': 'Til lister med få fælles kvinder: trækker kvinderne igen mange gange for at se, hvor usikkert skønnet er.',
  dga: 'Lader hver måde, listerne kan hænge sammen på, tælle efter, hvor godt den passer.',
  'dga-open': 'Lader hver måde, listerne kan hænge sammen på, tælle, og sætter ingen øvre ende for, hvor mange der kan være.',
  N0: 'Ser på, hvor stor en del af kvinderne der står på flere lister (dækning), som om listerne ikke hænger sammen.',
  N: 'Ser på, hvor stor en del af kvinderne der står på flere lister, og tager med, at listerne kan hænge sammen.',
  N1: 'Ser på, hvor stor en del af kvinderne der står på flere lister, når listerne dækker lidt.',
  chao: 'Regner ud, hvor mange der mindst er, ud fra hvor mange der er set én og to gange. Den siger intet om, hvor mange der højst er.',
  'chao-corrected': 'Regner ud, hvor mange der mindst er, ud fra hvor mange der er set én og to gange, rettet for at der kun er få lister.',
  zelterman: 'Skønner ud fra dem, der kun er set én eller to gange: de ligner mest dem, ingen har set.',
};

export const methodEnglish: Readonly<Record<RowName, string>> = {
  'lincoln-petersen': 'Takes the two lists not to depend on each other: the share that recurs is the share that the lists find.',
  chapman: 'Takes the two lists not to depend on each other, corrected so that the number does not become too large when few recur.',
  'two-list-exact': 'Works out for each possible number how well it fits the two lists.',
  independence: 'Takes being on one list to say nothing of the others.',
  'best-aic': 'Chooses the lists that depend on each other so that the counts fit best; rather one dependence too many.',
  'best-bic': 'Chooses the lists that depend on each other, but takes only dependences that are clear.',
  'best-bic-bootstrap':
    'Draws the women again many times and chooses the clear dependences anew each time. That shows how uncertain the choice is.',
  stepwise: 'For lists that share few women: takes one dependence at a time as long as it is clear.',
  'stepwise-bca': 'For lists that share few women: draws the women again many times to see how uncertain the estimate is.',
  dga: 'Lets each way that the lists may depend count by how well it fits.',
  'dga-open': 'Lets each way that the lists may depend count, and sets no upper end of how many there may be.',
  N0: 'Looks at how large a share of the women are on several lists (coverage), as if the lists did not depend.',
  N: 'Looks at how large a share of the women are on several lists, and reckons with lists that depend.',
  N1: 'Looks at how large a share of the women are on several lists, when the lists cover little.',
  chao: 'Works out how many there are at least, from how many were seen once and twice. It says nothing of how many there are at most.',
  'chao-corrected': 'Works out how many there are at least, from how many were seen once and twice, corrected for there being few lists.',
  zelterman: 'Estimates from those seen only once or twice: they are most like those nobody has seen.',
};
