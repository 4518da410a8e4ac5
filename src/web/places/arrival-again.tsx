/** The forms for her coming and leaving once more after a refusal, with what was written and what is possible instead. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dischargeDestinations } from '../../domain/pathway/facts.ts';
import { moveOptions } from '../../domain/placement/move-options.ts';
import type { UnitMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { fieldsOf } from '../form.ts';
import { destinationTexts } from '../pathways/describe-stay.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import { previewTexts } from './preview-texts.ts';
import { putRightTexts } from './put-right-texts.ts';
import { optionsOf } from './put-right-words.ts';
import { answerAgain } from './stay-forms-again.tsx';
import { stayTexts } from './stay-texts.ts';
import { municipalityNumberText } from './municipality-number.tsx';
import { placeTexts } from './texts.ts';

type RefusedAdmission = {
  readonly stay: StayWithName;
  /** The day as it was written, in whichever field. */
  readonly day: string;
  readonly requestKey: string;
  readonly errors: FieldErrors;
  readonly material: UnitMaterial | null;
};

/** Where somebody else has her place, the places of the unit that she can have instead are named; `material` is null where nobody has. */
export function admissionAgain(
  { language }: FastifyRequest,
  reply: FastifyReply,
  status: 409 | 422,
  { stay, day, requestKey, errors, material }: RefusedAdmission,
): FastifyReply {
  const say = placeTexts(language);
  const word = putRightTexts(language);
  const options = material ? optionsOf(moveOptions(stay, material.unit, material.occupations, material.now), material.now, language) : [];
  const places = options.map(({ text }) => text).join('; ');
  return answerAgain(reply, status, {
    stay,
    heading: say('admitHeading'),
    to: 'indskriv',
    submit: say('admit'),
    fields: [{ name: 'dag', label: say('admitDay'), kind: 'day' }],
    // The day may have been written in another field than the one that asks for it again.
    sent: fieldsOf({ dag: day }),
    requestKey,
    errors,
    instead:
      material === null
        ? []
        : [
            options.length > 0
              ? word('admitInstead', { places })
              : [word('admitNone'), municipalityNumberText(stay, language)].filter(Boolean).join(' '),
          ],
    language,
  });
}

export function dischargeAgain(
  { body, language }: FastifyRequest,
  reply: FastifyReply,
  stay: StayWithName,
  requestKey: string,
): (status: 409 | 422, errors: FieldErrors) => FastifyReply {
  const [say, word] = [placeTexts(language), stayTexts(language)];
  return (status, errors) =>
    answerAgain(reply, status, {
      stay,
      heading: say('dischargeHeading'),
      to: 'udskriv/se',
      submit: previewTexts(language)('see'),
      fields: [
        { name: 'dag', label: say('admitDay'), kind: 'day' },
        {
          name: 'hvortil',
          label: word('destination'),
          kind: 'choice',
          options: dischargeDestinations.map((one) => ({ value: one, text: destinationTexts(language)(one) })),
        },
        { name: 'hvortil-ord', label: word('destinationText'), kind: 'words' },
      ],
      sent: fieldsOf(body),
      requestKey,
      errors,
      instead: status === 409 ? [putRightTexts(language)('dischargeInstead', { day: dayText(stay.nights.arrival, language) })] : [],
      language,
    });
}
