/** The part of the search form about how long she stays and who comes. */
import type { JSX } from 'react';
import { countNights } from '../../domain/placement/nights.ts';
import type { SearchMaterial } from '../../store/placement-search.ts';
import { RadioGroup, SelectField, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { askedTexts } from './asked-texts.ts';
import type { FindQuery } from './find-query.ts';
import { herSituation } from '../../store/her-situation.ts';
import { knownOfHer } from './her-situation.ts';
import { ageOn, lengthKinds, partnerChoices } from './who-and-how-long.ts';

type Props = { readonly material: SearchMaterial; readonly query: FindQuery; readonly language: Language };

export function LengthAndParty({ material, query, language }: Props): JSX.Element {
  const say = askedTexts(language);
  const { her, born } = material;
  const { askedLength, askedParty, errors, nights } = query;
  const { dueDate } = herSituation(her);
  const canEndAfterBirth = dueDate !== null && dueDate >= nights.arrival;
  const { leaves } = knownOfHer(material);
  const canEndAsNow = leaves !== null && leaves > nights.arrival;
  const can = { foedsel: canEndAfterBirth, afrejse: canEndAsNow, naetter: true };
  const options = lengthKinds
    .filter((kind) => can[kind])
    .map((kind) => ({
      value: kind,
      text: say(`length.${kind}`),
      ...(kind === 'afrejse' && leaves !== null ? { hint: say('length.afrejse.hint', { day: dayText(leaves, language) }) } : {}),
      ...(kind === 'foedsel' && dueDate !== null
        ? {
            hint: her.pathway.bornOn
              ? say('length.foedsel.born', { day: dayText(dueDate, language) })
              : say('length.foedsel.hint', { day: dayText(dueDate, language) }),
          }
        : {}),
    }));
  // A child that is born has a day of birth, and a due date that is past is not missing.
  const whyNights =
    dueDate === null
      ? say('nightsHintPlain')
      : say(her.pathway.bornOn === null ? 'nightsHintPast' : 'nightsHintBorn', { day: dayText(dueDate, language) });
  return (
    <>
      {options.length > 1 && <RadioGroup name="laengde" label={say('length')} value={askedLength.kind} options={options} errors={errors} />}
      {canEndAfterBirth && (
        <div className="by-birth">
          <TextField
            name="uger"
            inputMode="numeric"
            label={say('weeks')}
            hint={say('weeksHint')}
            value={askedLength.weeksText}
            errors={errors}
          />
        </div>
      )}
      <div className="by-nights">
        <TextField
          name="naetter"
          inputMode="numeric"
          label={say('nights')}
          hint={options.length > 1 ? say('nightsHint') : whyNights}
          value={askedLength.nightsText}
          errors={errors}
        />
      </div>
      {Object.keys(errors).length === 0 && (
        <p className="quiet">{say('until', { day: dayText(nights.departure, language), nights: countNights(nights) })}</p>
      )}
      <details
        className="who"
        open={askedParty.partner !== '' || askedParty.childrenText !== '' || Object.keys(askedParty.errors).length > 0}
      >
        <summary>{say('who')}</summary>
        {born === null ? (
          <TextField name="alder" inputMode="numeric" label={say('age')} hint={say('ageHint')} value={askedParty.ageText} errors={errors} />
        ) : (
          <p>{say('ageKnown', { age: ageOn(born, nights.arrival) })}</p>
        )}
        <SelectField
          name="partner"
          label={say('partner')}
          value={askedParty.partner}
          options={partnerChoices.map((choice) => ({ value: choice, text: say(`partner.${choice}`) }))}
        />
        <TextField name="boern" label={say('children')} hint={say('childrenHint')} value={askedParty.childrenText} errors={errors} />
      </details>
    </>
  );
}
