/** What the page before a step of a call says: what follows of it, for whom, and what cannot be undone. And what a status means for a reader. */
import { catalogue } from '../ui/language.ts';

export const stepTexts = catalogue(
  {
    title: 'Er du sikker? {step}',
    follows: 'Det sker, når du går videre',
    'for.answered':
      'Kommunerne kan rette deres svar igen. Sekretariaternes anmodninger om at afrapportere falder bort. Skridtet kan gøres om: du kan lukke igen.',
    'for.validated': 'Kommunerne kan ikke rette deres svar, mens I gennemgår dem. Skridtet kan gøres om: du kan åbne for svar igen.',
    'for.reported':
      'Ingen kommune og intet sekretariat kan rette et svar bagefter. Styrelsen og sekretariaterne kan udgive tabeller og rapporten.',
    'for.assessed':
      'Udmeldingen står som vurderet for kommuner, sekretariater og alle andre, der læser den. Derefter kan du bede om fornyet behandling eller afslutte.',
    'for.asked-again':
      'Kommunerne skal behandle målgruppen igen (serviceloven § 13 b, stk. 3). Det sker i en ny udmelding med egne spørgsmål; svarene i denne kan ikke rettes. Sekretariaterne ser din begrundelse på udmeldingens side.',
    'for.closed':
      'Udmeldingen står som afsluttet. Den kan stadig læses, og det, der er udgivet, bliver stående. Der kan ikke bedes om fornyet behandling bagefter.',
    'for.issued': 'Udmeldingen står som udsendt.',
    final: 'Skridtet kan ikke gøres om, heller ikke af styrelsen.',
    all: 'Det gælder alle regioner og alle 98 kommuner.',
    reason: 'Hvorfor beder styrelsen om fornyet behandling?',
    reasonHint: 'Kommuner og sekretariater læser det. Skriv ikke om enkelte kvinder.',
    reasonMissing: 'Skriv, hvorfor styrelsen beder om fornyet behandling.',
    go: 'Ja: {step}',
    back: 'Nej, gå tilbage. Intet ændres',
    notNow: 'Skridtet kan ikke tages nu. Intet er ændret.',
    reasoned: 'Styrelsens begrundelse: «{words}»',
    'means.reported': 'Udmeldingen er afrapporteret: svarene ligger fast. I kan udgive tabeller og rapporten.',
    'means.assessed': 'Styrelsen er færdig med vurderingen. I skal ikke gøre noget. Styrelsen kan endnu bede om fornyet behandling.',
    'means.asked-again':
      'Styrelsen har bedt om fornyet behandling. Svarene her kan ikke rettes: den nye behandling har sin egen udmelding, som styrelsen sender. Det, der er udgivet, bliver stående.',
    'means.closed': 'Udmeldingen er afsluttet. I skal ikke gøre mere. Det, der er udgivet, bliver stående.',
  },
  {
    title: 'Are you sure? {step}',
    follows: 'This happens when you go on',
    'for.answered':
      'Municipalities can correct their answers again. The secretariats’ requests to report lapse. The step can be undone: you can close again.',
    'for.validated':
      'Municipalities cannot correct their answers while you review them. The step can be undone: you can open for answers again.',
    'for.reported':
      'No municipality and no secretariat can correct an answer afterwards. The agency and the secretariats can release tables and the report.',
    'for.assessed':
      'The call stands as assessed for municipalities, secretariats and all others who read it. You can then ask again or close it.',
    'for.asked-again':
      'Municipalities must treat the target group again (serviceloven § 13 b, stk. 3). That is done in a new call with its own questions; the answers of this one cannot be corrected. The secretariats see your reason on the call’s page.',
    'for.closed': 'The call stands as closed. It can still be read, and what is released stays. It cannot be asked again afterwards.',
    'for.issued': 'The call stands as issued.',
    final: 'The step cannot be undone, not even by the agency.',
    all: 'This concerns all regions and all 98 municipalities.',
    reason: 'Why does the agency ask again?',
    reasonHint: 'Municipalities and secretariats read it. Do not write about single women.',
    reasonMissing: 'Write why the agency asks again.',
    go: 'Yes: {step}',
    back: 'No, go back. Nothing changes',
    notNow: 'The step cannot be taken now. Nothing has changed.',
    reasoned: 'The agency’s reason: “{words}”',
    'means.reported': 'The call is reported: the answers stand. You can release tables and the report.',
    'means.assessed': 'The agency has done its assessment. There is nothing for you to do. The agency may still ask again.',
    'means.asked-again':
      'The agency has asked again. The answers here cannot be corrected: the renewed treatment has its own call, which the agency issues. What is released stays.',
    'means.closed': 'The call is closed. There is nothing more for you to do. What is released stays.',
  },
);
