/** The addresses of a pathway: its page, and the page where each action is done. */
import type { ActionId } from '../../domain/pathway/actions.ts';

/** The page of each action below the pathway's own. The page of her place sends the unit on to its own, where she is admitted and discharged. */
const actionPaths: Readonly<Record<ActionId, string>> = {
  'assess-criteria': 'kriterier',
  'judge-target-group': 'vurdering',
  'assess-need': 'indsatsniveau',
  offer: 'tilbud',
  'record-answer': 'svar',
  'arrange-alternative': 'alternativ',
  'decide-care': 'afgoerelse',
  'hold-place': 'plads',
  'answer-offer': 'venteliste',
  'confirm-place': 'plads',
  'confirm-stay': 'plads',
  'ask-her': 'hendes-svar',
  'heed-her-no': 'plads',
  'settle-departure': 'plads',
  'contact-her': 'haendelse?slags=contact',
  'ask-about-list': 'venteliste',
  admit: 'plads',
  discharge: 'plads',
  'hold-network-meeting': 'haendelse?slags=network-meeting',
  'set-due-date': 'termin',
  'name-coordinator': 'koordinator',
  'join-party': 'part',
  'notify-concern': 'underretning',
  'assess-concern': 'underretning-vurderet',
  'acknowledge-concern': 'underretning-bekraeftet',
  'seek-treatment': 'oensker-behandling',
  'start-treatment': 'haendelse?slags=treatment-started',
  'offer-contract': 'kontrakt',
  'record-event': 'haendelse',
  'withdraw-event': 'traek-tilbage',
  'end-pathway': 'afslut',
  'reopen-pathway': 'genaabn',
};

export function pathwayAddress(id: string): string {
  return `/forloeb/${encodeURIComponent(id)}`;
}

export function actionAddress(id: string, action: ActionId): string {
  return `${pathwayAddress(id)}/${actionPaths[action]}`;
}

/** The form that takes a fact back, with that fact chosen. */
export function withdrawAddress(id: string, sequence: number): string {
  return `${actionAddress(id, 'withdraw-event')}?haendelse=${sequence}`;
}
