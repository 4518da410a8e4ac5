/** What a fact says in words: a short «what» and, where there is more, the rest of it. */
import { municipalityTitle } from '../../domain/geography/municipalities.ts';
import { legalBasisText } from '../../domain/legal-basis.ts';
import type { PathwayFact, SharingBasis } from '../../domain/pathway/facts.ts';
import { dayText, momentText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { type Described, describeStayFact, refusalText } from './describe-stay.ts';
import { describeListFact } from './list-answer-words.ts';
import { wordTexts } from './word-texts.ts';

const texts = catalogue(
  {
    referral: 'Henvist af {who}',
    identified: 'Knyttet til hendes personnummer',
    identifiedConsent: 'Hun sagde ja {day}',
    unidentified: 'Ikke længere knyttet til hendes personnummer',
    dueDate: 'Termin: {day}',
    notified: 'Underretning fra {who}',
    received: 'Modtaget {moment}',
    assessed: 'Underretningen vurderet',
    urgent: 'Akut behov: {reason}',
    notUrgent: 'Ikke akut: {reason}',
    acknowledged: 'Underretningen bekræftet',
    sought: 'Hun ønsker behandling: {what}',
    joined: '{who} deltager',
    coordinator: 'Koordinator: {who}',
    deputy: 'Stedfortræder: {who}',
    criteria: 'Målgruppens kriterier: {outcome}',
    judgedIn: 'Vurderet: i målgruppen',
    judgedOut: 'Vurderet: ikke i målgruppen',
    need: 'Behov vurderet: {level}',
    offered: '{level} tilbudt',
    answered: 'Hendes svar: {answer}',
    because: 'Hendes grund: {reason}',
    decided: 'Afgørelse: {level}',
    onBasis: '{basis} · {municipality}. {reason}',
    noBasis: 'Uden hjemmel · {municipality}. {reason}',
    plain: '{municipality}. {reason}',
    alternative: 'I stedet: {level}',
    contract: 'Kontrakt om tilbageholdelse med forudgående samtykke tilbudt',
    contractAnswer: 'Hendes svar: {answer} · {basis}',
    released: 'Pladsen givet fri',
    expired: 'Tiden for at holde pladsen løb ud',
    refused: 'Afdelingen sagde nej til opholdet',
    withdrawn: 'Bekræftelsen af pladsen trukket tilbage',
    confirmed: 'Plads bekræftet',
    paidBy: '{basis} · betales af {municipality}',
    againstNo: 'hun havde sagt nej, og grunden til hende er: «{reason}»',
    sharing: 'Deles, fordi: {basis}',
    onDay: '{basis} {day}',
    namedBy: '{basis}: {text}',
    telephone: 'Telefon: {number}',
    anonymous: 'Anonym underretning',
    withdrawnEvent: 'Trukket tilbage, fordi det var skrevet forkert',
    ended: 'Forløbet afsluttet',
    reopened: 'Forløbet genåbnet',
  },
  {
    referral: 'Referred by {who}',
    identified: 'Joined to her civil registration number',
    identifiedConsent: 'She said yes {day}',
    unidentified: 'No longer joined to her civil registration number',
    dueDate: 'Due date: {day}',
    notified: 'Notice of concern from {who}',
    received: 'Received {moment}',
    assessed: 'Notice of concern assessed',
    urgent: 'Acute need: {reason}',
    notUrgent: 'Not acute: {reason}',
    acknowledged: 'Notice of concern acknowledged',
    sought: 'She wants treatment: {what}',
    joined: '{who} takes part',
    coordinator: 'Coordinator: {who}',
    deputy: 'Deputy: {who}',
    criteria: 'Target-group criteria: {outcome}',
    judgedIn: 'Judged: in the target group',
    judgedOut: 'Judged: not in the target group',
    need: 'Need assessed: {level}',
    offered: '{level} offered',
    answered: 'Her answer: {answer}',
    because: 'Her reason: {reason}',
    decided: 'Decision: {level}',
    onBasis: '{basis} · {municipality}. {reason}',
    noBasis: 'Without a legal basis · {municipality}. {reason}',
    plain: '{municipality}. {reason}',
    alternative: 'Instead: {level}',
    contract: 'Contract of detention with prior consent offered',
    contractAnswer: 'Her answer: {answer} · {basis}',
    released: 'The place was given free',
    expired: 'The time for holding the place ran out',
    refused: 'The unit refused the stay',
    withdrawn: 'The confirmation of the place was withdrawn',
    confirmed: 'Place confirmed',
    paidBy: '{basis} · paid by {municipality}',
    againstNo: 'she had said no, and the reason to her is: “{reason}”',
    sharing: 'Shared because: {basis}',
    onDay: '{basis} {day}',
    namedBy: '{basis}: {text}',
    telephone: 'Telephone: {number}',
    anonymous: 'Anonymous notice of concern',
    withdrawnEvent: 'Withdrawn because it was written wrongly',
    ended: 'The pathway ended',
    reopened: 'The pathway reopened',
  },
);

/** Every kind of fact in words, in the reader's language; what people wrote stands as they wrote it. */
export function describeFact(fact: PathwayFact, language: Language): Described {
  const [say, word] = [texts(language), wordTexts(language)];
  switch (fact.type) {
    case 'referral-registered':
      return { what: say('referral', { who: fact.referrer }), detail: [fact.concern, ...sharingDetail(fact, language)].join(' · ') };
    case 'woman-identified':
      return {
        what: say('identified'),
        detail: [say('identifiedConsent', { day: dayText(fact.consentOn, language) }), fact.correction].filter(Boolean).join(' · '),
      };
    case 'identity-withdrawn':
      return { what: say('unidentified'), detail: fact.reason };
    case 'due-date-set':
      return { what: say('dueDate', { day: dayText(fact.dueDate, language) }), detail: word(`basis.${fact.basis}`) };
    case 'concern-notified':
      return { what: notifiedText(fact, language), detail: say('received', { moment: momentText(fact.receivedAt, language) }) };
    case 'concern-assessed':
      return { what: say('assessed'), detail: say(fact.urgent ? 'urgent' : 'notUrgent', { reason: fact.reason }) };
    case 'concern-acknowledged':
      return { what: say('acknowledged'), detail: null };
    case 'treatment-sought':
      return { what: say('sought', { what: word(`substances.${fact.substances}`) }), detail: null };
    case 'party-joined':
      return { what: say('joined', { who: fact.organisationName }), detail: [fact.task, ...sharingDetail(fact, language)].join(' · ') };
    case 'coordinator-named':
      return { what: say('coordinator', { who: fact.coordinator }), detail: coordinatorDetail(fact, language) };
    case 'criteria-assessed':
      return { what: say('criteria', { outcome: word(`outcome.${fact.outcome}`) }), detail: null };
    case 'target-group-judged':
      return { what: say(fact.inTargetGroup ? 'judgedIn' : 'judgedOut'), detail: fact.reason };
    case 'need-assessed':
      return { what: say('need', { level: word(`level.${fact.level}`) }), detail: fact.reason };
    case 'offered':
      return { what: say('offered', { level: word(`level.${fact.level}`) }), detail: fact.what };
    case 'answered':
      return { what: say('answered', { answer: word(`answer.${fact.answer}`) }), detail: answerDetail(fact, language) };
    case 'care-decided':
      return { what: say('decided', { level: word(`level.${fact.level}`) }), detail: decisionDetail(fact, language) };
    case 'alternative-arranged':
      return { what: say('alternative', { level: word(`level.${fact.level}`) }), detail: fact.what };
    case 'contract-offered': {
      const basis = legalBasisText(fact.legalBasis);
      return { what: say('contract'), detail: say('contractAnswer', { answer: word(`answer.${fact.answer}`), basis }) };
    }
    case 'hold-ended':
      return { what: say(fact.how), detail: refusalText(fact.reason, language) };
    case 'place-held':
    case 'place-changed':
    case 'move-answered':
    case 'place-answered':
    case 'departure-changed':
    case 'admitted':
    case 'leave-begun':
    case 'leave-ended':
    case 'discharged':
    case 'discharge-withdrawn':
    case 'admission-withdrawn':
    case 'party-left':
      return describeStayFact(fact, language);
    case 'place-confirmed': {
      const basis = legalBasisText(fact.legalBasis);
      const paid = say('paidBy', { basis, municipality: municipalityTitle(fact.paidBy) });
      const against = fact.againstNo === undefined ? [] : [say('againstNo', { reason: fact.againstNo })];
      return { what: say('confirmed'), detail: [paid, ...against].join(' · ') };
    }
    case 'list-answered':
    case 'list-left':
      return describeListFact(fact, language);
    case 'event':
      return { what: word(`event.${fact.kind}`), detail: fact.text };
    case 'event-withdrawn':
      return { what: say('withdrawnEvent'), detail: fact.reason };
    case 'pathway-ended':
      return { what: say('ended'), detail: fact.reason };
    case 'pathway-reopened':
      return { what: say('reopened'), detail: fact.reason };
  }
}

/** «Hun har sagt ja 20. november 2026», «Underretning efter barnets lov § 133», or the basis as it was written. */
export function sharingText(sharing: SharingBasis, language: Language): string {
  const [say, word] = [texts(language), wordTexts(language)];
  const basis = word(`sharing.${sharing.kind}`);
  if (sharing.kind === 'her-consent') return say('onDay', { basis, day: dayText(sharing.on, language) });
  return sharing.kind === 'other' ? say('namedBy', { basis, text: sharing.basis }) : basis;
}

function sharingDetail({ sharing }: { readonly sharing?: SharingBasis }, language: Language): readonly string[] {
  return sharing ? [texts(language)('sharing', { basis: sharingText(sharing, language) })] : [];
}

/** The notifier's name stands here only where it may be shown to all parties. */
function notifiedText(fact: Extract<PathwayFact, { type: 'concern-notified' }>, language: Language): string {
  const [say, word] = [texts(language), wordTexts(language)];
  if (fact.notifier === '') return say('anonymous');
  return say('notified', { who: fact.nameShown ? fact.notifier : word(`notifier.${fact.notifierKind ?? 'unknown'}`) });
}

function coordinatorDetail(fact: Extract<PathwayFact, { type: 'coordinator-named' }>, language: Language): string | null {
  const say = texts(language);
  const parts = [
    fact.organisationName,
    fact.telephone && say('telephone', { number: fact.telephone }),
    fact.deputy && say('deputy', { who: fact.deputy }),
  ];
  return parts.filter(Boolean).join(' · ') || null;
}

function answerDetail({ reason, inHerWords }: Extract<PathwayFact, { type: 'answered' }>, language: Language): string | null {
  const because = reason === null ? [] : [texts(language)('because', { reason: wordTexts(language)(`reason.${reason}`) })];
  const words = inHerWords === '' ? [] : [`«${inHerWords}»`];
  return [...because, ...words].join(' · ') || null;
}

function decisionDetail(fact: Extract<PathwayFact, { type: 'care-decided' }>, language: Language): string {
  const say = texts(language);
  const values = { municipality: municipalityTitle(fact.municipality), reason: fact.reason };
  if (fact.legalBasis !== null) return say('onBasis', { ...values, basis: legalBasisText(fact.legalBasis) });
  return say(fact.level === 'residential' ? 'noBasis' : 'plain', values);
}
