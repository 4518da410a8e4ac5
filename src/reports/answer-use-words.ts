/** What the answer of an analysis of the hidden number may be used for, in Danish. */
import type { UseCode } from '../domain/estimation/answer-use.ts';

export const useDanish: Readonly<Record<UseCode, string>> = {
  'may.seen': 'At sige, at mindst {seen} kvinder er kendt. De er talt.',
  'may.span':
    'At sige hele denne sætning: «Efter disse lister er der mellem {low} og {high} kvinder i alt, hvis alle lister bruger samme definition og periode, hvis ingen kommer til eller falder fra i perioden, og hvis samme kvinde genkendes på tværs uden fejl; for gravide skal listerne være koblet inden for den samme graviditet.» Sig også, hvilket område og hvilken periode listerne gælder.',
  'may.plan': 'At prøve en plan med begge ender: hvad nu, hvis der er {low}, og hvad nu, hvis der er {high}?',
  'may.ask': 'At vise, at listerne ikke rækker, og bede om bedre: flere lister, en længere periode eller færre skjulte antal.',
  'not.one': 'At sige ét tal, hverken en af enderne, midten eller det, én metode siger.',
  'not.other': 'At sammenligne med et andet sted, en anden periode eller en anden definition.',
  'not.end': 'At sige, at der er {low}, eller at der er {high}: ingen af dem er et skøn.',
  'not.most': 'At sige, hvor mange der højst er.',
  'not.more': 'At sige, hvor mange der er ud over dem, der er set. Det, en metode giver, er ikke et svar her.',
  'not.places': 'At bestemme, hvor mange pladser der er brug for.',
};
