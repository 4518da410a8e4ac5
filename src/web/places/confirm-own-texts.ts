/** What a leader reads to confirm the own places, and what a month of confirmations amounts to; in both languages. */
import { catalogue } from '../ui/language.ts';

export const confirmOwnTexts = catalogue(
  {
    heading: 'Passer det, der står om jeres pladser?',
    intro: 'Andre regner med tallene, når de søger en plads. Ét tryk i døgnet holder dem friske.',
    tonight: 'I nat er {free} af {places} pladser ledige, {confirmed}.',
    othersSee: 'Andre læser: ring først',
    confirm: 'Bekræft: det passer',
    again: 'Bekræft igen: det passer stadig',
    confirmFor: '{text}, {unit}',
    wrong: 'Passer det ikke? Ret pladserne',
    wrongFor: 'Passer det ikke? Ret pladserne i {unit}',
    leadOthers:
      'En afdeling bekræfter hvert døgn, at de ledige pladser, der vises, passer. Efter {hours} timer bliver tallene grå, og den, der søger, får besked om at ringe først.',
    mine: '{fresh} af {all} af jeres afdelinger er bekræftet det seneste døgn.',
    caption: 'De seneste {days} dage, {span}',
    month: 'De seneste {days} dage',
    monthSays: 'Bekræftet {confirmed} af {counted} dage.',
    monthNone: 'Ikke åben i perioden.',
    gap: 'Længst uden: {days, plural, =0 {ingen dage} one {# dag} other {# dage i træk}}.',
    typical: 'Der går som regel {hours, plural, one {# time} other {# timer}} mellem to bekræftelser.',
    nudges:
      '{sent, plural, one {1 sendt} other {# sendt}}, {answered, plural, =0 {ingen} one {1} other {#}} efterfulgt af en bekræftelse inden for {hours} timer',
    inShort: 'Kort sagt',
    how: 'Sådan er tallene regnet',
    howDays: 'Kun dage, hvor afdelingen er åben, tæller. I dag tæller først med i morgen.',
    edition: 'Regel {edition}.',
  },
  {
    heading: 'Is what stands here about your places right?',
    intro: 'Others count on the figures when they seek a place. One press a day keeps them fresh.',
    tonight: 'Tonight {free} of {places} places are free, {confirmed}.',
    othersSee: 'Others read: ring first',
    confirm: 'Confirm: it is right',
    again: 'Confirm again: it is still right',
    confirmFor: '{text}, {unit}',
    wrong: 'Is it not right? Correct the places',
    wrongFor: 'Is it not right? Correct the places of {unit}',
    leadOthers:
      'A unit confirms every day that the free places that are shown are right. After {hours} hours the figures turn grey, and whoever seeks a place is told to ring first.',
    mine: '{fresh} of {all} of your units were confirmed within the last day and night.',
    caption: 'The last {days} days, {span}',
    month: 'The last {days} days',
    monthSays: 'Confirmed on {confirmed} of {counted} days.',
    monthNone: 'Not open in the period.',
    gap: 'Longest without: {days, plural, =0 {no days} one {# day} other {# days in a row}}.',
    typical: 'There are usually {hours, plural, one {# hour} other {# hours}} between two confirmations.',
    nudges:
      '{sent, plural, one {1 sent} other {# sent}}, {answered, plural, =0 {none} one {1} other {#}} followed by a confirmation within {hours} hours',
    inShort: 'In short',
    how: 'How the figures are worked out',
    howDays: 'Only days on which the unit is open count. Today counts from tomorrow.',
    edition: 'Rule {edition}.',
  },
);
