/** The words of an analysis of the hidden number in Danish and English: method, status, remark and answer. */
import type { AnswerCode } from '../domain/estimation/answer.ts';
import { oddsBeyond } from '../domain/estimation/reach.ts';
import { type RemarkCode, remarkSentences } from '../domain/estimation/remark.ts';

/** By the name of a row, after `row.`. */
export const rowDanish = {
  'row.lincoln-petersen': 'To lister, uafhængige',
  'row.chapman': 'To lister, rettet for få gengangere',
  'row.two-list-exact': 'To lister, nøjagtig fordeling',
  'row.independence': 'Listerne er uafhængige',
  'row.best-aic': 'Model valgt med AIC',
  'row.best-bic': 'Model valgt med BIC',
  'row.best-bic-bootstrap': 'BIC, trukket igen',
  'row.stepwise': 'Trinvis model til tynde lister',
  'row.stepwise-bca': 'Trinvis, trukket igen',
  'row.dga': 'Vægtet over grafer',
  'row.N0': 'Dækning, uafhængige lister',
  'row.N': 'Dækning, afhængige lister',
  'row.N1': 'Dækning, ét trin',
  'row.chao': 'Nedre grænse efter Chao',
  'row.chao-corrected': 'Nedre grænse efter Chao, rettet',
  'row.zelterman': 'Zelterman',
  'row.dga-open': 'Vægtet over grafer, uden loft',
  'status.ok': 'har et skøn',
  'status.not-identified': 'kan ikke afgøres',
  'status.does-not-exist': 'har intet svar',
} as const;

export const rowEnglish: Readonly<Record<keyof typeof rowDanish, string>> = {
  'row.lincoln-petersen': 'Two lists, independent',
  'row.chapman': 'Two lists, corrected for few repeats',
  'row.two-list-exact': 'Two lists, exact distribution',
  'row.independence': 'The lists are independent',
  'row.best-aic': 'Model chosen by AIC',
  'row.best-bic': 'Model chosen by BIC',
  'row.best-bic-bootstrap': 'BIC, drawn again',
  'row.stepwise': 'Stepwise model for sparse lists',
  'row.stepwise-bca': 'Stepwise, drawn again',
  'row.dga': 'Averaged over graphs',
  'row.N0': 'Coverage, independent lists',
  'row.N': 'Coverage, dependent lists',
  'row.N1': 'Coverage, one step',
  'row.chao': 'Chao’s lower bound',
  'row.chao-corrected': 'Chao’s lower bound, corrected',
  'row.zelterman': 'Zelterman',
  'row.dga-open': 'Averaged over graphs, without an end',
  'status.ok': 'has an estimate',
  'status.not-identified': 'cannot be decided',
  'status.does-not-exist': 'has no answer',
};

export const answerDanish: Readonly<Record<AnswerCode, string>> = {
  'answer.range':
    'Et sted mellem {low} og {high} kvinder i alt, alt efter hvilken metode og hvilken antagelse man tror på. De {seen} af dem er talt, så mellem {unseenLow} og {unseenHigh} kvinder står ikke på listerne.',
  'answer.range-within':
    'Et sted mellem {low} og {high} kvinder i alt, alt efter hvilken metode og hvilken antagelse man tror på. Mellem {least} og {seen} af dem er talt, så højst {unseenHigh} kvinder står ikke på listerne.',
  'answer.undecided': 'Listerne kan ikke afgøre det: fra {low} til {high} passer.',
  'answer.two-lists':
    'To lister kan ikke afgøre det: de kan ikke selv vise, om de hænger sammen. Fra {low} til {high} kan kun siges, hvis det at stå på den ene liste højst halverer eller fordobler oddsene for at stå på den anden. Spændet rummer både den antagelse og den usikkerhed, der kommer af, at få er talt.',
  'answer.two-lists-alone':
    'To lister kan ikke afgøre det: de kan ikke selv vise, om de hænger sammen. Fra {low} til {high} kan kun siges, hvis de ikke gør.',
  'answer.no-end': 'Listerne kan ikke afgøre det: mindst {low}, og intet i dem sætter en øvre ende.',
  'answer.bounds-only': 'Listerne giver kun en nedre grænse: mindst {seen}.',
  'answer.none': 'Kan ikke afgøres ud fra disse lister.',
  seen: '{seen} kvinder er set på mindst én liste.',
  'seen-within': 'Mellem {least} og {seen} kvinder er set på mindst én liste.',
  methods: 'De metoder, der giver et skøn, går fra {low} til {high} (nedre grænser er ikke regnet med).',
  'bounds-beside':
    'De {seen} er talt og derfor sikre. De nedre grænser, som metoderne giver ({low} til {high}), er regnet ud og selv usikre; de kan være for høje. Derfor bliver svaret ved dem, der er talt.',
  'bound-beside':
    'De {seen} er talt og derfor sikre. Den nedre grænse, som en metode giver ({low}), er regnet ud og selv usikker; den kan være for høj. Derfor bliver svaret ved dem, der er talt.',
  uncertain: 'Med hver metodes egen usikkerhed bliver spændet fra {low} til {high}.',
  tables: 'Alt efter hvordan de skjulte antal udfyldes, bliver det fra {low} til {high}.',
  'fillings-open':
    'Når de skjulte antal udfyldes, sætter mindst én af de mulige tabeller ingen øvre ende, eller også er de for mange til at regne hver af dem. Derfor sættes der heller ingen her.',
  'intervals-left':
    'Usikkerheden er ikke regnet for {rows} af de metoder, der giver et skøn; med den kan svaret blive bredere eller miste sin øvre ende. Den findes ved at trække kvinderne igen.',
  'left-out':
    'Metoden «Dækning, afhængige lister» giver {estimate} og er udeladt af svaret: listerne dækker højst 55 %, og så fraråder metodens egen regel, at den bruges.',
  odds: 'Ændres kun den antagelse, så oddsene halveres eller fordobles, bliver det fra {low} til {high}: den usikkerhed, der kommer af, at få er talt, er da ikke regnet med.',
  'odds-beyond': `Ganges oddsene med ${oddsBeyond}, er der {high}, også her uden den usikkerhed, der kommer af, at få er talt. Derfor kan tallet ligge inden for svarets spænd, selv om det kræver en langt stærkere sammenhæng: med usikkerheden ville det nå længere. Det taler listerne hverken for eller imod.`,
  'end.method': '{end} kommer fra metoden {method}.',
  'ends.method': 'Både {low} og {high} kommer fra metoden {method}.',
  'end.tables': '{end} kommer fra en af de måder, de skjulte antal kan udfyldes på.',
  'ends.filling':
    '{low} og {high} kommer fra to af de måder, de skjulte antal kan udfyldes på: et skjult antal kan være flere tal, og hver udfyldning er regnet, som om den var den rigtige.',
  'ends.tables':
    '{low} og {high} kommer fra to af de måder, de skjulte antal kan udfyldes på: et skjult antal kan være flere tal, og hver udfyldning giver sit eget svar.',
  'end.filling': '{end} kommer fra en af de måder, de skjulte antal kan udfyldes på, regnet som om antallene var kendte.',
  'end.seen': '{end} er så mange, som der højst kan være set på listerne.',
  'end.seen-at-least': '{end} er så mange, som der mindst er set på listerne.',
  'end.odds': '{end} kommer fra antagelsen om, at listerne hænger sammen.',
  'end.law': '{end} kommer fra antagelsen om, at nogle kvinder er lettere at finde end andre: listerne siger ikke, hvor meget lettere.',
  'end.prior': '{end} kommer fra metoden med grafer, når den begynder med et andet antal på forhånd.',
  interval: 'Usikkerheden går fra {low} til {high}.',
  'gate.open':
    'Tallet holder kun, hvis alle lister bruger samme definition og periode, hvis ingen kommer til eller falder fra i perioden, og hvis samme kvinde genkendes på tværs uden fejl. Gælder det gravide, skal listerne være koblet inden for den samme graviditet.',
  'gate.one-list': 'Der er kun én liste. Uden et overlap kan ingen regne sig til dem, der mangler.',
  'gate.no-overlap': 'Ingen kvinde står på mere end én liste.',
  'gate.few-seen': 'Der er set færre end 20 kvinder. Det er for få at regne på.',
  'gate.perhaps-few-seen':
    'Der kan være set færre end 20 kvinder, for nogle antal er kun kendt som et spænd. Det kan være for få at regne på.',
  'gate.perhaps-few-overlaps':
    'Det kan være færre end fem kvinder, der går igen på flere lister, for nogle antal er kun kendt som et spænd. Det kan være for få at regne på.',
  'gate.few-overlaps': 'Færre end fem kvinder går igen på flere lister. Det er for få at regne på.',
  'gate.everybody-on-one': 'Alle, der er set, står på den samme liste. Så kan ingen se, hvor mange der er uden for den.',
  'gate.no-dependence': 'Man kan ikke undersøge, om de lister, der deler kvinder, hænger sammen.',
  'gate.no-estimate': 'Ingen af metoderne har et svar.',
  'gate.short-grid': 'Svaret ligger ud over det, der blev regnet på.',
  'gate.infinite': 'Når kvinderne trækkes igen, har mere end hver fjerde tabel intet svar.',
  'gate.no-upper-end': 'Usikkerheden har ingen øvre ende.',
  'gate.wide': 'Usikkerheden er for stor: den øvre ende er over ti gange den nedre.',
  'gate.only-lower-bounds':
    'Tallene er kun nedre grænser. Er nogle kvinder sværere at få øje på end andre, er der flere, og intet siger hvor mange.',
};

export const remarkDanish: Readonly<Record<RemarkCode, string>> = {
  'nobody-seen': 'Ingen er set.',
  'no-overlap': 'Ingen står på begge lister. De to lister siger kun, at der er flere end dem, der er set.',
  'no-estimate-by-chapman': 'Chapmans formel giver alligevel et tal; det er ikke et skøn.',
  'no-whole': 'Ingen står på begge lister, så fordelingen har ingen ende.',
  'nothing-drawn': 'Modellen har intet skøn, så der er ikke trukket igen.',
  drawn: 'Kvinderne er trukket igen {replicates} gange.',
  'seen-held':
    'Der er trukket lige så mange kvinder hver gang, sådan som metoden er offentliggjort. Er de fleste set, er intervallet for smalt.',
  'drawn-in-vain': 'Af de {replicates} tabeller, der er trukket igen, har {infinite} intet skøn.',
  'few-replicates': 'Der er trukket for få gange, eller tabellerne ligner hinanden for meget, til at intervallets ender er sikre.',
  'hidden-drawn': 'Hver gang er de skjulte antal også trukket, inden for deres grænser.',
  'no-model': 'Ingen model af disse lister har et skøn.',
  'other-prior': 'Med forhåndsantallet {other} i stedet for {delta} er medianen {median} ({low} til {high}).',
  'prior-decides': 'Forhåndsantallet betyder mere end listerne: medianen går fra {low} til {high}.',
  'grid-short': 'Der er regnet på for få antal; et højere loft kan vælges på kommandolinjen.',
  'grid-cuts': 'Der er kun regnet op til {most}; {percent} % af sandsynligheden ligger over. Se rækken uden loft.',
  'grid-open': 'Der er regnet op til {most}; derover er der så godt som intet.',
  'empty-list': 'Ingen står på listen {list}.',
  'everyone-on': 'Alle, der er set, står på listen {list}. De andre lister siger intet om dem uden for den.',
  'part-of': 'Alle på listen {part} står også på {whole}. Hvis den ene er lavet af den anden, skal den ene udelades.',
  'set-aside': 'Ingen står på {lists} samtidig. Modellen regner med, at der ingen er.',
  saturated: 'Modellen har lige så mange led, som der er antal. Man kan ikke se, om den passer.',
  'terms-alike': 'Antallene kan ikke skelne modellens led fra hinanden.',
  'no-maximum': 'Modellen har intet bedste svar for disse antal.',
  'log-normal-interval': 'Tallet er så stort, at intervallet er regnet tilnærmet.',
  'forward-search': 'Modellen er fundet trin for trin; ikke alle modeller er prøvet.',
  'range-of-tables': 'De skjulte antal kan udfyldes på {tables} måder. Skønnet går fra {low} til {high}.',
  'range-of-some':
    'De skjulte antal kan udfyldes på {all} måder. Her er {tables} af dem prøvet, yderpunkterne med. Skønnet går fra {low} til {high}.',
  'range-sought':
    'De skjulte antal kan udfyldes på {all} måder; det er for mange til at prøve dem alle. Her er {tables} prøvet, fundet der, hvor skønnet er mindst og størst. Det går fra {low} til {high}; andre kan ligge længere ude.',
  'range-one-model': 'Det er regnet med modellen {model} hver gang; vælges modellen om for hver udfyldning, kan skønnet ligge længere ude.',
  'models-of-tables': 'Modellen er valgt om for hver udfyldning: {models}.',
  'many-tables': 'De skjulte antal kan udfyldes på {tables} måder; det er for mange til at prøve dem.',
  'no-table': 'De skjulte antal er udfyldt på {tables} måder; ingen af dem giver et skøn.',
  'no-table-for': 'På {without} af de {tables} måder, der er prøvet, er der intet skøn.',
  'span-of-tables': 'Skønnet er for den mest sandsynlige tabel; intervallet rummer det for hver tabel, der er prøvet.',
  'below-seen': 'Tallet er mindre end det antal, der er set, og er ikke et skøn.',
  'interval-by-drawing': 'Intervallet kan kun findes ved at trække kvinderne igen.',
  'no-coverage': 'Dækningen af disse lister giver intet tal.',
  'no-interval-hidden': 'Intervallet er ikke regnet, når nogle antal er skjult.',
  'low-coverage': 'Højst 55 % er dækket af listerne. Så bruges «uafhængige lister» og «ét trin».',
  'lists-independent': 'Her regnes der med, at listerne ikke hænger sammen.',
  'lower-bound': 'Det er en nedre grænse, når nogle er lettere at finde end andre.',
  'nobody-twice': 'Ingen er set præcis to gange.',
  'nobody-once': 'Ingen er set kun én gang.',
  'share-of-lists': 'De usete er ganget med {part}/{lists}, fordi der er {lists} lister.',
  'two-lists-only': 'Metoden for to lister kræver præcis to lister; her er der {lists}.',
  'two-to-five-lists': 'Grafer kan bruges på to til fem lister; her er der {lists}.',
  'long-grid': 'Der skulle regnes på {points} antal; loftet er {most}.',
  'as-written': 'Skrevet af en tidligere udgave af metoderne, på engelsk: «{text}»',
};

/** As the command line says them, but for what an earlier edition wrote in words that no edition has now. */
export const remarkEnglish: Readonly<Record<RemarkCode, string>> = {
  ...remarkSentences,
  'as-written': 'Written by an earlier edition: {text}',
};

/** Which lists a method's model lets depend on each other. */
export const modelDanish = { depends: 'lister, der hænger sammen: {lists}', none: 'ingen lister hænger sammen' } as const;
export const modelEnglish = { depends: 'lists that depend on each other: {lists}', none: 'no lists depend on each other' } as const;
