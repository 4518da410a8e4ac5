/** Reads the form in which a unit states its qualification. A row without an answer was not stated; what is stated has what shows it. */
import { availabilities, competenceIds, competenceSources } from '../../domain/placement/qualification/competences.ts';
import { practices, screeningCriterionIds } from '../../domain/placement/qualification/editions.ts';
import type {
  QualificationStatement,
  StatedCompetence,
  StatedEvidence,
  StatedExpectation,
  StatedPractice,
  StatedStaff,
  StatedVolume,
} from '../../domain/placement/qualification/statement.ts';
import { type Day, yearOf } from '../../domain/time.ts';
import { dayIn, type Fields } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { qualificationTexts } from './qualification-texts.ts';
import { competenceName } from './qualification-words.ts';

/** The most women or staff that a field takes: beyond it lies a slip of the hand. */
const most = 500;

/** The years that a unit can state its own number for: this one and the four before. */
export function yearsAskedFor(today: Day): readonly number[] {
  return Array.from({ length: 5 }, (_, index) => yearOf(today) - 4 + index);
}

export type ReadStatement = { readonly statement: QualificationStatement } | { readonly errors: FieldErrors };

export function readStatement(fields: Fields, today: Day, language: Language): ReadStatement {
  const say = qualificationTexts(language);
  const errors: Record<string, string> = {};

  const evidenceOf = (row: string, about: string): StatedEvidence => {
    const [text, link, asOf] = [fields.text(`vis-${row}`), fields.text(`link-${row}`), dayIn(fields, `dag-${row}`)];
    if (text === '') errors[`vis-${row}`] = say('fault.evidence', { about });
    if (link !== '' && !isLink(link)) errors[`link-${row}`] = say('fault.link', { about });
    if (asOf === null || asOf > today) errors[`dag-${row}`] = say('fault.day', { about });
    return { text, link: link === '' ? null : link, asOf: asOf ?? today };
  };
  const wholeOf = (name: string, about: string): number | null => {
    const text = fields.text(name);
    if (text === '') return null;
    if (/^\d{1,3}$/.test(text) && Number(text) <= most) return Number(text);
    errors[name] = say('fault.whole', { about, most });
    return null;
  };

  /** What shows something is not thrown away because the answer that it shows was forgotten. */
  const askForAnswer = (row: string, field: string, about: string): void => {
    if (fields.text(`vis-${row}`) !== '' || fields.text(`link-${row}`) !== '') errors[field] = say('fault.answer', { about });
  };

  // In the order of the form: so is what is wrong told at the top of it.
  const competences = competenceIds.flatMap((competence): readonly StatedCompetence[] => {
    const about = competenceName(competence);
    const sent = fields.text(`kilde-${competence}`);
    const availability = availabilities.find((one) => one === fields.text(`ofte-${competence}`));
    if (sent === 'absent') return [{ competence, has: 'absent', ...evidenceOf(competence, about) }];
    const source = competenceSources.find((one) => one === sent);
    if (!source && !availability) {
      askForAnswer(competence, `kilde-${competence}`, about);
      return [];
    }
    if (!source) errors[`kilde-${competence}`] = say('fault.source', { about });
    if (!availability) errors[`ofte-${competence}`] = say('fault.availability', { about });
    const evidence = evidenceOf(competence, about);
    return source && availability ? [{ competence, has: { source, availability }, ...evidence }] : [];
  });

  const staff = readStaff();

  const volumes = yearsAskedFor(today).flatMap((year): readonly StatedVolume[] => {
    const about = `${say('women')} ${year}`;
    const name = `kvinder-${year}`;
    const women = wholeOf(name, about);
    if (fields.text(name) === '') {
      askForAnswer(String(year), name, about);
      return [];
    }
    // What shows it is asked for also where the number cannot be read: all that is wrong is told at once.
    const evidence = evidenceOf(String(year), about);
    return women === null ? [] : [{ year, women, ...evidence }];
  });

  const stated = practices.flatMap((practice): readonly StatedPractice[] => {
    const sent = fields.text(`praksis-${practice}`);
    const about = say(`practice.${practice}`);
    if (sent !== 'ja' && sent !== 'nej') {
      askForAnswer(practice, `praksis-${practice}`, about);
      return [];
    }
    return [{ practice, holds: sent === 'ja', ...evidenceOf(practice, about) }];
  });

  const expectations = screeningCriterionIds.flatMap((criterion): readonly StatedExpectation[] => {
    const [about, name] = [say(`criterion.${criterion}`), `senest-${criterion}`];
    if (fields.text(name) === '') {
      askForAnswer(`forventet-${criterion}`, name, about);
      return [];
    }
    const by = dayIn(fields, name);
    if (by === null || by <= today) errors[name] = say('fault.expectedBy', { about });
    const evidence = evidenceOf(`forventet-${criterion}`, about);
    return by === null ? [] : [{ criterion, by, ...evidence }];
  });

  return Object.keys(errors).length > 0 ? { errors } : { statement: { competences, staff, volumes, practices: stated, expectations } };

  function readStaff(): StatedStaff | null {
    const sent = fields.text('aarsvaerk').replace(',', '.');
    const isNumber = /^\d{1,3}(\.\d{1,2})?$/.test(sent);
    if (sent !== '' && !isNumber) errors.aarsvaerk = say('fault.number', { about: say('fullTimeEquivalents') });
    const [count, experienced] = [wholeOf('medarbejdere', say('staffCount')), wholeOf('erfarne', say('experienced'))];
    if (count !== null && experienced !== null && experienced > count) errors.erfarne = say('fault.more-than-staff');
    const fullTimeEquivalents = isNumber ? Number(sent) : null;
    if (['aarsvaerk', 'medarbejdere', 'erfarne'].every((name) => fields.text(name) === '')) {
      askForAnswer('medarbejdere', 'aarsvaerk', say('staff'));
      return null;
    }
    return { fullTimeEquivalents, staff: count, experienced, ...evidenceOf('medarbejdere', say('staff')) };
  }
}

function isLink(text: string): boolean {
  return URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol);
}
