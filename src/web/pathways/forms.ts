/** Every form of a pathway, in the groups and the order in which the page offers them. */
import { criteriaForm, judgementForm, needForm } from './assess-forms.tsx';
import { noticeAcknowledgedForm, noticeAssessedForm, noticeForm } from './concern-forms.tsx';
import { endForm, reopenForm } from './end-forms.tsx';
import { coordinatorForm, dueDateForm, eventForm, partyForm, treatmentForm } from './event-forms.tsx';
import type { PathwayForm } from './form.ts';
import { alternativeForm, answerForm, contractForm, decisionForm, offerForm } from './offer-forms.tsx';
import { withdrawForm } from './withdraw-form.tsx';

export const formGroups = [
  { group: 'assessment', forms: [criteriaForm, judgementForm, needForm] },
  { group: 'offer', forms: [offerForm, answerForm, alternativeForm, decisionForm, contractForm] },
  { group: 'concern', forms: [treatmentForm, noticeForm, noticeAssessedForm, noticeAcknowledgedForm] },
  { group: 'team', forms: [coordinatorForm, partyForm, dueDateForm, eventForm, withdrawForm] },
  { group: 'end', forms: [endForm, reopenForm] },
] as const satisfies readonly { readonly group: string; readonly forms: readonly PathwayForm[] }[];

export const pathwayForms: readonly PathwayForm[] = formGroups.flatMap(({ forms }): readonly PathwayForm[] => forms);
