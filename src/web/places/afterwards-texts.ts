/** The words about a stay that began without confirmation, in both languages. */
import { catalogue } from '../ui/language.ts';

export const afterwardsTexts = catalogue(
  {
    heading: 'Bekræft opholdet: hjemmel og betaling',
    intro:
      'Hun blev indskrevet, uden at opholdet var bekræftet. Skriv hjemlen, og hvem der betaler. Det står med dagen i dag; opholdet går videre, som det er.',
    confirm: 'Bekræft opholdet',
    notConfirmed: 'Ikke bekræftet: hjemmel og betaler mangler',
    confirmation: 'Bekræftelse',
    notice: 'Opholdet er bekræftet: hjemmel og betaler er skrevet.',
    noticeContract:
      'Opholdet er bekræftet: hjemmel og betaler er skrevet. Kontrakt om tilbageholdelse med forudgående samtykke skal tilbydes i forbindelse med opholdet.',
  },
  {
    heading: 'Confirm the stay: legal basis and payment',
    intro:
      'She was admitted without the stay being confirmed. Write the legal basis and who pays. It stands with today’s date; the stay goes on as it is.',
    confirm: 'Confirm the stay',
    notConfirmed: 'Not confirmed: legal basis and payer are missing',
    confirmation: 'Confirmation',
    notice: 'The stay is confirmed: the legal basis and the payer are written.',
    noticeContract:
      'The stay is confirmed: the legal basis and the payer are written. A contract of detention with prior consent must be offered in connection with the stay.',
  },
);
