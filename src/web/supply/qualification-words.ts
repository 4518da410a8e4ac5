/** What the domain answers about a unit's qualification, in sentences. */
import type { QualificationReason } from '../../domain/placement/qualification/assess.ts';
import { type CompetenceId, competenceTable } from '../../domain/placement/qualification/competences.ts';
import type { StatedCompetence } from '../../domain/placement/qualification/statement.ts';
import type { QualificationAuthor, QualificationSummary } from '../../domain/placement/qualification/summary.ts';
import { dayText, momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { qualificationTexts } from './qualification-texts.ts';

/** «3 af 4 kriterier er opfyldt efter egne oplysninger; styrelsen har ikke vurderet»: for a card or a line. */
export function qualificationLine({ unit, agency, criteria }: QualificationSummary, language: Language): string {
  const say = qualificationTexts(language);
  return [
    unit === null ? say('line.unitNothing') : say('line.unit', { ...unit, criteria }),
    agency === null ? say('line.agencyNothing') : say('line.agency', { ...agency, criteria }),
  ].join('; ');
}

export function authorText({ byName, organisationName, recorded }: QualificationAuthor, language: Language): string {
  return qualificationTexts(language)('writtenBy', {
    name: byName,
    organisation: organisationName,
    at: momentText(recorded, language),
  });
}

/** The profession as the table of 2019 has it, in Danish in both languages: it is a document's word. */
export function competenceName(competence: CompetenceId): string {
  return competenceTable[competence].profession;
}

/** «i huset, dagligt». */
export function competenceText({ has }: Pick<StatedCompetence, 'has'>, language: Language): string {
  const say = qualificationTexts(language);
  return has === 'absent' ? say('has.absent') : `${say(`has.${has.source}`)}, ${say(`availability.${has.availability}`)}`;
}

export function reasonText(reason: QualificationReason, language: Language): string {
  const say = qualificationTexts(language);
  switch (reason.kind) {
    case 'women': {
      const { women, year, atLeast, from } = reason;
      // A year is no quantity: it takes no thousands separator.
      return say('reason.women', { women, year: String(year), atLeast, from: say(`from.${from}`) });
    }
    case 'women-unknown':
      return say('reason.women-unknown', { year: String(reason.year) });
    case 'full-time-equivalents':
      return say('reason.full-time-equivalents', { has: numberText(reason.has, language), atLeast: reason.atLeast });
    case 'experience':
      return say('reason.experience', { experienced: reason.experienced, staff: reason.staff, years: reason.years });
    case 'staff-unknown':
      return say(`reason.staff-unknown.${reason.about}`);
    case 'all-competences':
      return say('reason.all-competences');
    case 'competence-absent':
    case 'competence-unknown':
      return say(`reason.${reason.kind}`, { competence: competenceName(reason.competence) });
    case 'competence-seldom':
      return say('reason.competence-seldom', {
        competence: competenceName(reason.competence),
        has: say(`availability.${reason.has}`),
        guidance: say(`availability.${reason.guidance}`),
      });
    case 'practice':
      return say(reason.holds ? 'reason.practice.yes' : 'reason.practice.no', { practice: say(`practice.${reason.practice}`) });
    case 'practice-unknown':
      return say('reason.practice-unknown', { practice: say(`practice.${reason.practice}`) });
    case 'expected':
      return say('reason.expected', { by: dayText(reason.by, language), text: reason.text });
    case 'expected-day-passed':
      return say('reason.expected-day-passed', { by: dayText(reason.by, language) });
  }
}
