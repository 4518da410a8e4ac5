/** Every form of a pathway, in the order in which the page offers them. */
import { criteriaForm, judgementForm, needForm } from './assess-forms.tsx';
import { noticeAcknowledgedForm, noticeAssessedForm, noticeForm } from './concern-forms.tsx';
import { coordinatorForm, dueDateForm, endForm, eventForm, partyForm, treatmentForm } from './event-forms.tsx';
import type { PathwayForm } from './form.ts';
import { alternativeForm, answerForm, contractForm, decisionForm, offerForm } from './offer-forms.tsx';

export const pathwayForms: readonly PathwayForm[] = [
  eventForm,
  coordinatorForm,
  dueDateForm,
  partyForm,
  criteriaForm,
  judgementForm,
  needForm,
  offerForm,
  answerForm,
  alternativeForm,
  decisionForm,
  contractForm,
  treatmentForm,
  noticeForm,
  noticeAssessedForm,
  noticeAcknowledgedForm,
  endForm,
];
