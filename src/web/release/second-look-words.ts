/** What the pages say of whose act a release is: one person takes both steps, and nobody else’s yes is waited for. */
import { catalogue } from '../ui/language.ts';

export const secondLookTexts = catalogue(
  {
    title: 'Hvem skal se den, før den udgives?',
    samePerson:
      'Samløb venter ikke på nogen anden: den, der har bedt om forhåndsvisningen, udgiver den også. Skal en kollega eller styregruppen se tabellen først, så vis dem denne side, før du trykker.',
    approver: 'Ingen godkender i Samløb. Styregruppens, KKR’s og kommunalbestyrelsernes godkendelse gives på deres møde og står ikke her.',
    intro: 'Begge trin tages af den samme person. Samløb kræver ikke, at en anden har set tabellen.',
    taken: 'Samme person lavede forhåndsvisningen og udgav den. Samløb kræver ikke, at en anden har set den.',
    ofApprover: 'Hvad godkender jeg her?',
    ofApproverText:
      'Intet i Samløb venter på din godkendelse. Styrelsen lukker for svar og melder udmeldingen afrapporteret; styrelsen eller et sekretariat udgiver tallene. Din styregruppes godkendelse gives på mødet og står ikke her.',
    ofApproverRead: 'Du kan læse de offentlige udgaver nedenfor, når de er udgivet. Vil du se dem før, så bed sekretariatet i din region.',
  },
  {
    title: 'Who is to see it before it is released?',
    samePerson:
      'Samløb waits for nobody else: the one who asked for the preview also releases it. If a colleague or the steering group is to see the table first, show them this page before you press.',
    approver:
      'Nobody approves in Samløb. The approval of the steering group, the KKR and the municipal councils is given at their meeting and does not stand here.',
    intro: 'Both steps are taken by the same person. Samløb does not require that another has seen the table.',
    taken: 'The same person made the preview and released it. Samløb does not require that another has seen it.',
    ofApprover: 'What do I approve here?',
    ofApproverText:
      'Nothing in Samløb waits for your approval. The agency closes for answers and has the call reported; the agency or a secretariat releases the numbers. Your steering group’s approval is given at its meeting and does not stand here.',
    ofApproverRead:
      'You can read the public editions below when they are released. If you want to see them before, ask the secretariat of your region.',
  },
);
