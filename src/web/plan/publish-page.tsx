/** Before a scenario is published (da: offentliggøres): what becomes visible to whom, so that it is chosen knowingly. */
import type { JSX } from 'react';
import { permissions } from '../../access/permissions.ts';
import type { Role } from '../../domain/trail.ts';
import type { ScenarioVersion } from '../../store/planning.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { scenariosAddress } from './addresses.ts';

const words = catalogue(
  {
    title: 'Offentliggør «{title}»?',
    who: 'Hvem ser det så?',
    whoText: 'Alle i Samløb, der læser opgørelser, og ikke kun dem, der planlægger:',
    notWeb: 'Scenariet kommer ikke på internettet, og kvinderne i forløbene ser det ikke.',
    what: 'Hvad ser de?',
    'what.newest': 'Den nyeste version, nu version {version}, og hver version, du gemmer senere, mens scenariet er offentliggjort.',
    'what.answer': 'Svaret under hvert skøn, alle antagelser med kilder og spænd, og stederne med deres pladser.',
    'what.files': 'Svaret som Word og PDF, som kan sendes videre.',
    'what.name': 'På siden står, hvem der gemte versionen: {who}, {where}. I Word og PDF står kun {where}.',
    'what.planners': 'Andre, der planlægger, ser også alle tidligere versioner og hvad der er ændret.',
    back: 'Kan det fortrydes?',
    backText: 'Scenariet kan gøres privat igen. Hvad andre har læst eller hentet imens, kan ikke kaldes tilbage.',
    changed: 'Intet er offentliggjort endnu: scenariet har fået en nyere version, siden du læste, hvad der bliver synligt.',
    publish: 'Offentliggør scenariet',
    not: 'Nej, gå tilbage',
    'role.referrer': 'henvisende',
    'role.family-clinic': 'familieambulatorier',
    'role.substance-treatment': 'rusmiddelbehandlingen',
    'role.family-department': 'familieafdelinger',
    'role.coordinator': 'koordinatorer',
    'role.unit-leader': 'ledere af døgntilbud',
    'role.crisis-centre': 'krisecentre og herberger',
    'role.care-decider': 'kommunernes visitatorer',
    'role.secretariat': 'sekretariaterne',
    'role.approver': 'godkendere: styregrupper, KKR, råd og kommunalbestyrelser',
    'role.supervision': 'socialtilsynet',
    'role.agency': 'styrelsen',
    'role.planner': 'planlæggere',
    'role.data-protection': 'databeskyttelsesrådgivere',
    'role.woman': 'kvinden',
    'role.operator': 'driften',
  },
  {
    title: 'Publish “{title}”?',
    who: 'Who will see it?',
    whoText: 'All in Samløb who read figures, and not only those who plan:',
    notWeb: 'The scenario is not put on the internet, and the women of the pathways do not see it.',
    what: 'What will they see?',
    'what.newest': 'The newest version, now version {version}, and every version that you save later while the scenario is published.',
    'what.answer': 'The answer under each estimate, all assumptions with sources and ranges, and the sites with their places.',
    'what.files': 'The answer as Word and PDF, which can be sent on.',
    'what.name': 'On the page stands who saved the version: {who}, {where}. In Word and PDF stands only {where}.',
    'what.planners': 'Others who plan also see all earlier versions and what changed.',
    back: 'Can it be undone?',
    backText: 'The scenario can be made private again. What others have read or downloaded meanwhile cannot be called back.',
    changed: 'Nothing is published yet: the scenario has got a newer version since you read what becomes visible.',
    publish: 'Publish the scenario',
    not: 'No, go back',
    'role.referrer': 'referrers',
    'role.family-clinic': 'family clinics',
    'role.substance-treatment': 'substance treatment',
    'role.family-department': 'family departments',
    'role.coordinator': 'coordinators',
    'role.unit-leader': 'leaders of residential facilities',
    'role.crisis-centre': 'crisis centres and shelters',
    'role.care-decider': "the municipalities' decision makers",
    'role.secretariat': 'the secretariats',
    'role.approver': 'approvers: steering groups, KKR, councils',
    'role.supervision': 'supervision (socialtilsyn)',
    'role.agency': 'the agency',
    'role.planner': 'planners',
    'role.data-protection': 'data protection officers',
    'role.woman': 'the woman',
    'role.operator': 'operations',
  },
);

export function publishTitle(shown: ScenarioVersion, language: Language): string {
  return words(language)('title', { title: shown.title });
}

/** Said where she confirmed what she had read of an earlier version. */
export function publishChanged(language: Language): string {
  return words(language)('changed');
}

/** The field that carries the version of which she read what becomes visible. */
export const readField = 'laest-version';

/** Those who read a published scenario, in the order that the rule names them in. */
const readers: readonly Role[] = permissions['plan:published'].roles;

export function PublishPage({ shown, language }: { readonly shown: ScenarioVersion; readonly language: Language }): JSX.Element {
  const say = words(language);
  const { scenario, version, byName, organisationName } = shown;
  const address = `${scenariosAddress}/${scenario}`;
  const named = { who: byName, where: organisationName };
  return (
    <>
      <Card heading={say('who')}>
        <p>
          {say('whoText')} {new Intl.ListFormat(language, { type: 'conjunction' }).format(readers.map((role) => say(`role.${role}`)))}.
        </p>
        <p>{say('notWeb')}</p>
      </Card>
      <Card heading={say('what')}>
        <ul>
          <li>{say('what.newest', { version })}</li>
          <li>{say('what.answer')}</li>
          <li>{say('what.files')}</li>
          <li>{say('what.name', named)}</li>
          <li>{say('what.planners')}</li>
        </ul>
      </Card>
      <Card heading={say('back')}>
        <p>{say('backText')}</p>
      </Card>
      <form method="post" action={`${address}/syn`} className="actions">
        <input type="hidden" name={readField} value={version} />
        <button type="submit" name="syn" value="publish" className="button button-primary">
          {say('publish')}
        </button>
        <a href={address}>{say('not')}</a>
      </form>
    </>
  );
}
