/** Each rule set that decisions name is published under `docs/rules`, with its edition and its rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calendarEdition } from '../src/domain/calendar.ts';
import { roundingEdition } from '../src/domain/disclosure/rounding.ts';
import { suppressionEdition } from '../src/domain/disclosure/suppression.ts';
import { legalBases, legalBasisIds } from '../src/domain/legal-basis.ts';
import { agreementEdition } from '../src/domain/pathway/actions.ts';
import { criteriaOf2019 } from '../src/domain/pathway/criteria.ts';
import { contactAfterEditions } from '../src/domain/pathway/contact-after.ts';
import { yesToListEditions } from '../src/domain/pathway/her-list-answer.ts';
import { yesToPlaceEditions } from '../src/domain/pathway/her-answer.ts';
import { clockIds } from '../src/domain/pathway/deadlines.ts';
import { nextYearEditions, nextYearRule } from '../src/domain/estimation/registration-belief.ts';
import { followBirthRule } from '../src/domain/placement/follow-birth.ts';
import { afterYesEditions } from '../src/domain/placement/after-yes.ts';
import { fairnessRule } from '../src/domain/placement/fairness-conclusions.ts';
import { freshnessRule } from '../src/domain/placement/freshness.ts';
import { birthAheadRule, needNightsRule } from '../src/domain/placement/needs.ts';
import { offerFreshnessEdition } from '../src/domain/placement/offer-freshness.ts';
import { rankingCriteria, rankingEdition } from '../src/domain/placement/ranking.ts';
import { toldNeedsEdition } from '../src/domain/placement/told-needs.ts';
import { urgencyEdition, urgencyEditions, urgencyRisks } from '../src/domain/placement/urgency.ts';
import { urgencyToldRule } from '../src/domain/placement/urgency-told.ts';
import { undoAdmissionEditions } from '../src/domain/placement/undo-admission.ts';
import { undoLeaveEarlierEditions } from '../src/domain/placement/undo-leave-earlier.ts';
import { undoDischargeEditions } from '../src/domain/placement/undo-discharge.ts';
import { unitSightRule } from '../src/domain/placement/unit-sight.ts';
import { reachedEdition } from '../src/domain/placement/waiting-fairness.ts';
import { yesToMoveEditions } from '../src/domain/placement/transfer.ts';
import { competenceIds, competenceTable } from '../src/domain/placement/qualification/competences.ts';
import { screeningEditions } from '../src/domain/placement/qualification/editions.ts';
import { decide } from '../src/access/decide.ts';
import { moment } from '../src/domain/time.ts';
import { testActor } from './actors.ts';

const folder = join('docs', 'rules');
const published = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

const access = decide(testActor('operator'), 'operate', moment('2026-11-22T08:00:00Z'));
const accessEdition = access.outcome === 'permitted' ? access.permit.rule.replace(/\/[^/]*$/, '') : '';

describe('docs/rules', () => {
  test.each([
    calendarEdition,
    suppressionEdition,
    roundingEdition,
    agreementEdition,
    criteriaOf2019.id,
    accessEdition,
    rankingEdition,
    freshnessRule.edition,
    fairnessRule.edition,
    reachedEdition,
    toldNeedsEdition,
    birthAheadRule.edition,
    needNightsRule.edition,
    followBirthRule.edition,
    offerFreshnessEdition,
    ...nextYearEditions.map(({ edition }) => edition),
    urgencyEdition,
    ...afterYesEditions.map(({ edition }) => edition),
    unitSightRule.edition,
    urgencyToldRule.edition,
    ...undoAdmissionEditions.map(({ edition }) => edition),
    ...undoLeaveEarlierEditions.map(({ edition }) => edition),
    ...undoDischargeEditions.map(({ edition }) => edition),
    ...yesToListEditions.map(({ edition }) => edition),
    ...contactAfterEditions.map(({ edition }) => edition),
    ...yesToPlaceEditions.map(({ edition }) => edition),
    ...yesToMoveEditions.map(({ edition }) => edition),
    ...screeningEditions.map(({ id }) => id),
  ])('publishes the edition %s', (edition) => {
    expect(edition).not.toBe('');
    expect(published).toContain(`\`${edition}\``);
  });

  test.each([
    ...criteriaOf2019.criteria.map(({ id }) => id),
    ...clockIds,
    ...legalBasisIds,
    ...rankingCriteria,
    ...urgencyRisks,
    ...screeningEditions.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
  ])('has a row for %s', (rule) => {
    expect(published).toContain(`| \`${rule}\` |`);
  });

  test.each(legalBasisIds)('cites %s as the code does', (id) => {
    expect(published).toContain(legalBases[id].citation);
  });

  test('says from when next year is worked out as the code does', () => {
    const [year, month, date] = nextYearRule.from.split('-').map(Number);
    const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, 1)),
    );
    expect(published).toContain(`Edition \`${nextYearRule.edition}\`, in force from ${date} ${name} ${year}.`);
  });

  test('says until how many days after the due date a birth is reckoned to be ahead as the code does', () => {
    const row = `| she comes at most ${birthAheadRule.daysAfterDueDate} days after the due date, and nobody has written a birth |`;
    expect(published).toContain(row);
    expect(published).toContain(
      `Edition \`${birthAheadRule.edition}\`, in force from ${Number(birthAheadRule.from.slice(8))} November 2026.`,
    );
  });

  test('says on which nights the needs of a birth hold as the code does', () => {
    expect(published).toContain(`| from ${needNightsRule.roomDaysBeforeDueDate} days before the due date to the end of the stay; where`);
    expect(published).toContain(`until the birth is no longer ahead: ${birthAheadRule.daysAfterDueDate} days after the due date |`);
    const early = `| the birth is written, more than ${needNightsRule.roomDaysBeforeDueDate} days before the due date, and the stay ends after it |`;
    const last = `until the same day as if the child were not born: ${birthAheadRule.daysAfterDueDate} days after the due date |`;
    expect(published).toContain(`${early} ${last}`);
    expect(published).toContain(
      `Edition \`${needNightsRule.edition}\`, in force from ${Number(needNightsRule.from.slice(8))} November 2026.`,
    );
  });

  test('says for how long a discharge can be put right as the code does', () => {
    for (const { hours } of [...undoDischargeEditions, ...undoAdmissionEditions])
      expect(published).toContain(`| for how long | ${hours} hours from the moment`);
  });

  test('gives the points of urgency as the code does', () => {
    const [rules] = urgencyEditions;
    for (const risk of urgencyRisks) expect(published).toMatch(new RegExp(`\\| \`${risk}\` \\|[^|]*\\| ${rules.pointsPerRisk[risk]} \\|`));
    expect(published).toContain(`| \`week\` | each full week of the pregnancy, up to ${rules.mostWeeks} | ${rules.pointsPerWeek} |`);
    expect(published).toContain(
      `| \`waited\` | each full week on the list, up to ${rules.mostWeeksWaited} | ${rules.pointsPerWeekWaited} |`,
    );
    expect(published).toContain(`| \`refusals\` | each unit that said no, up to ${rules.mostRefusals} | ${rules.pointsPerRefusal} |`);
  });

  test.each(competenceIds)('has the competence %s as the code does', (id) => {
    const words = {
      daily: 'daily',
      'once-or-twice-a-week': 'once or twice a week',
      weekly: 'once a week',
      'as-needed': 'as needed',
    } as const;
    const { profession, availability } = competenceTable[id];
    expect(published).toContain(`| ${profession} | ${words[availability]} |`);
  });
});
