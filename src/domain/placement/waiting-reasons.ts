/** The closed lists of reasons around the waiting list. A unit's no has its own list, `refusalReasons`. */

/** Why the team lets an offer pass (da: grunde til at lade et tilbud gå videre). */
export const passReasons = ['needs-more-time', 'cannot-reach-her', 'other-unit-suits-her', 'too-far', 'other', 'unsaid'] as const;
export type PassReason = (typeof passReasons)[number];

/** Her own reason for not wanting a unit (da: hendes grund). `unsaid` is her right not to give one. */
export const declineReasons = ['partner', 'child', 'home', 'work', 'distance', 'network', 'other', 'unsaid'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Why the team takes her off the list (da: grunde til at tage ønsket tilbage). */
export const withdrawReasons = ['place-elsewhere', 'need-has-changed', 'she-wishes-it', 'moved', 'other'] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];

/** Why a place is held although somebody more urgent waits for the unit (da: grunde til at gå forbi ventelisten). */
export const overtakeReasons = [
  'acute-danger',
  'place-does-not-suit-the-others',
  'agreed-with-the-unit',
  'moves-within-the-facility',
  'other',
] as const;
export type OvertakeReason = (typeof overtakeReasons)[number];
