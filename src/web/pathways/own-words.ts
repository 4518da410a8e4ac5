/** To her, in plain words: how far she is, what those who take part do, who they are, and which law a decision was made by. */
import type { LegalBasisId } from '../../domain/legal-basis.ts';
import { legalBases } from '../../domain/legal-basis.ts';
import { gestationOn } from '../../domain/pathway/gestation.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import type { Day } from '../../domain/time.ts';
import type { Role } from '../../domain/trail.ts';
import { loginTexts } from '../login/texts.ts';
import { dayText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';

const texts = catalogue(
  {
    weeks: 'Du er {weeks, plural, one {# uge} other {# uger}}{days, plural, =0 {} one { og # dag} other { og # dage}} henne.',
    due: 'Terminen er {day}.',
    dueWas: 'Terminen var {day}.',
    noTerm: 'Terminen er ikke skrevet endnu.',
    born: 'Dit barn er født {day}.',
    'task.own': 'Bad om hjælp til dig',
    'task.family-clinic': 'Følger din graviditet',
    'task.substance-treatment': 'Behandling, hvis du vil holde op med eller bruge mindre af rusmidler',
    'task.family-department': 'Finder ud af, hvad du og barnet har brug for, og støtter jer',
    'task.municipality': 'Beslutter, hvilken hjælp kommunen betaler',
    'task.stay': 'Huset, hvor du bor eller skal bo',
    'role.referrer': 'Den, der bad om hjælp til dig',
    'role.care-decider': 'Den, der beslutter om hjælp i kommunen',
    'role.operator': 'De, der passer systemet',
    'role.data-protection': 'Den, der passer på oplysningerne',
    'basis.SEL-107-2-2': 'Den lov, kommunen har brugt, handler om at bo et sted i en periode og få hjælp dér ({citation}).',
    'basis.SUL-141': 'Den lov, kommunen har brugt, handler om behandling for alkohol ({citation}).',
    'basis.BL-32-1-6': 'Den lov, kommunen har brugt, handler om et ophold, hvor du og dit barn kan være sammen ({citation}).',
  },
  {
    weeks: 'You are {weeks, plural, one {# week} other {# weeks}}{days, plural, =0 {} one { and # day} other { and # days}} pregnant.',
    due: 'The due date is {day}.',
    dueWas: 'The due date was {day}.',
    noTerm: 'The due date is not written yet.',
    born: 'Your child was born on {day}.',
    'task.own': 'Asked for help for you',
    'task.family-clinic': 'Follows your pregnancy',
    'task.substance-treatment': 'Treatment, if you want to stop or to use less of substances',
    'task.family-department': 'Finds out what you and the child need, and supports you',
    'task.municipality': 'Decides which help the municipality pays for',
    'task.stay': 'The house where you live or will live',
    'role.referrer': 'The one who asked for help for you',
    'role.care-decider': 'The one who decides about help in the municipality',
    'role.operator': 'Those who look after the system',
    'role.data-protection': 'The one who looks after the information',
    'basis.SEL-107-2-2': 'The law that the municipality has used is about living somewhere for a time and getting help there ({citation}).',
    'basis.SUL-141': 'The law that the municipality has used is about treatment for alcohol ({citation}).',
    'basis.BL-32-1-6': 'The law that the municipality has used is about a stay where you and your child can be together ({citation}).',
  },
);

/** How far she is, in whole sentences: «Du er 31 uger og 2 dage henne. Terminen er 12. februar 2027.» */
export function ownPregnancyText({ bornOn, dueDate }: Pick<Pathway, 'bornOn' | 'dueDate'>, today: Day, language: Language): string {
  const say = texts(language);
  if (bornOn !== null) return say('born', { day: dayText(bornOn, language) });
  if (dueDate === null) return say('noTerm');
  const gestation = gestationOn(dueDate.dueDate, today);
  const day = dayText(dueDate.dueDate, language);
  if (gestation.outcome !== 'pregnant') return say(dueDate.dueDate < today ? 'dueWas' : 'due', { day });
  return [say('weeks', { weeks: gestation.weeks, days: gestation.days }), say('due', { day })].join(' ');
}

/** The tasks that the system writes itself, in either language, each with what it is to her; words that somebody wrote stand as they are. */
const tasks = {
  Henviser: 'task.own',
  Referrer: 'task.own',
  Graviditetsomsorg: 'task.family-clinic',
  'Antenatal care': 'task.family-clinic',
  Rusmiddelbehandling: 'task.substance-treatment',
  'Substance treatment': 'task.substance-treatment',
  'Undersøgelse og støtte': 'task.family-department',
  'Examination and support': 'task.family-department',
  'Afgørelse om indsats': 'task.municipality',
  'Decision on care': 'task.municipality',
  Døgnbehandling: 'task.stay',
} as const;

export function ownTaskText(task: string, language: Language): string {
  const known = Object.entries(tasks).find(([word]) => word === task)?.[1];
  return known === undefined ? task : texts(language)(known);
}

/** Who somebody is to her. */
export function ownRoleText(role: Role | 'link', language: Language): string {
  const say = texts(language);
  switch (role) {
    case 'referrer':
    case 'care-decider':
    case 'operator':
    case 'data-protection':
      return say(`role.${role}`);
    case 'agency':
    case 'approver':
    case 'coordinator':
    case 'crisis-centre':
    case 'family-clinic':
    case 'family-department':
    case 'link':
    case 'planner':
    case 'secretariat':
    case 'substance-treatment':
    case 'supervision':
    case 'unit-leader':
    case 'woman':
      return loginTexts(language)(`role.${role}`);
  }
}

/** What the law of a decision is about, with where it stands for whoever helps her. */
export function ownBasisText(id: LegalBasisId, language: Language): string {
  return texts(language)(`basis.${id}`, { citation: legalBases[id].citation });
}
