/** The words to her about a place that waits for her answer, or that she has said no to. Each says only what the system and the municipality really do. */
import { catalogue } from '../ui/language.ts';

export const ownAskedTexts = catalogue(
  {
    heading: 'Hvad siger du til pladsen?',
    headingThere: 'Hvad siger du til opholdet?',
    held: 'Der holdes en plads til dig i {unit}, fra {from} til {to}.',
    heldMove: 'Der holdes en plads til dig i {unit}, fra {from} til {to}. Hvor du bor nu, er din plads din, til du siger ja.',
    confirmed: 'Kommunen har bekræftet en plads til dig i {unit}, fra {from} til {to}. Du har ikke svaret på, om du vil have den.',
    admitted: 'Du bor i {unit}. Det er ikke skrevet, om du har sagt ja til det.',
    heldUntil:
      'Pladsen holdes til {until}. Den tid er til kommunen, som skal bekræfte pladsen inden da. Det er ikke en frist for dig: du kan også svare senere.',
    heldSilence:
      'Svarer du ikke, kan kommunen bekræfte pladsen uden dit svar, forlænge tiden eller give pladsen fri. Gør den ingenting, gives pladsen fri af sig selv {until}, og så kan en anden få den.',
    offerUntil:
      'Ventelisten holder pladsen til dig til {until}. Inden da skal dine fagpersoner svare på tilbuddet. De skal høre, hvad du siger. Svarer de ikke, går pladsen til den næste, og du beholder din tur på ventelisten.',
    confirmedSilence:
      'Du kan svare, til du kommer {day}, og også derefter. Pladsen gives ikke fri af sig selv, fordi du ikke har svaret, heller ikke hvis du ikke kommer.',
    decides: 'Du bestemmer selv, om du vil være der. Kommunen bestemmer, om den betaler for pladsen.',
    ifNo: 'Siger du nej, bliver dit nej skrevet, og du behøver ikke tage derhen. Kommunen skal skrive en grund til dig, hvis den bekræfter pladsen alligevel. Dit nej flytter dig aldrig på ventelisten, og du kan stadig få anden hjælp.',
    ifNoConfirmed:
      'Siger du nej, bliver dit nej skrevet, og du behøver ikke tage derhen. Dine fagpersoner får så at vide, at de skal give pladsen fri eller tale med dig igen. Dit nej flytter dig aldrig på ventelisten, og du kan stadig få anden hjælp.',
    ifNoThere: 'Det er frivilligt at være der. Du kan sige ja eller nej, også nu.',
    noSaid: 'Du har sagt nej til pladsen i {unit}. Du behøver ikke tage derhen.',
    noHeld: 'Kommunen skal give pladsen fri eller tale med dig igen. Gør ingen noget, gives den fri af sig selv {until}.',
    noConfirmed:
      'Pladsen er bekræftet og står til dig, til kommunen eller afdelingen giver den fri. Det sker ikke af sig selv, heller ikke hvis du ikke kommer.',
    againstNo: 'Kommunen har bekræftet pladsen i {unit}, selv om du har sagt nej. Den skriver til dig hvorfor: «{why}»',
    noThere:
      'Du har sagt nej til opholdet i {unit}, og du er der nu. Det er frivilligt at blive. Har du skrevet under på en kontrakt, kan den give stedet lov til at holde dig tilbage i kort tid.',
    noList: 'Dit nej flytter dig ikke på ventelisten. Du kan ændre mening.',
    sayTo: 'Sig dit svar til {who}, eller til en anden af dem, der deltager.',
    sayToTeam: 'Sig dit svar til en af dem, der deltager. De står nedenfor.',
    whereAddress: 'Adressen er {address}, {town}.',
    whereTown: 'Huset ligger i {town}. Gaden står ikke her: spørg om den, hvis du vil vide den.',
  },
  {
    heading: 'What do you say to the place?',
    headingThere: 'What do you say to the stay?',
    held: 'A place is held for you in {unit}, from {from} to {to}.',
    heldMove: 'A place is held for you in {unit}, from {from} to {to}. Where you live now, your place is yours until you say yes.',
    confirmed: 'The municipality has confirmed a place for you in {unit}, from {from} to {to}. You have not answered whether you want it.',
    admitted: 'You live in {unit}. It is not written whether you have said yes to that.',
    heldUntil:
      'The place is held until {until}. That time is for the municipality, which has to confirm the place before then. It is no deadline for you: you can answer later too.',
    heldSilence:
      'If you do not answer, the municipality can confirm the place without your answer, extend the time or give the place free. If it does nothing, the place is given free by itself {until}, and then somebody else can get it.',
    offerUntil:
      'The waiting list holds the place for you until {until}. Before then your professionals have to answer the offer. They have to hear what you say. If they do not answer, the place goes to the next, and you keep your turn on the waiting list.',
    confirmedSilence:
      'You can answer until you come on {day}, and after that too. The place is not given free by itself because you have not answered, nor if you do not come.',
    decides: 'You decide yourself whether you want to be there. The municipality decides whether it pays for the place.',
    ifNo: 'If you say no, your no is written, and you need not go there. The municipality has to write a reason to you if it confirms the place all the same. Your no never moves you on the waiting list, and you can still get other help.',
    ifNoConfirmed:
      'If you say no, your no is written, and you need not go there. Your professionals are then told to give the place free or talk with you again. Your no never moves you on the waiting list, and you can still get other help.',
    ifNoThere: 'Being there is voluntary. You can say yes or no, now too.',
    noSaid: 'You have said no to the place in {unit}. You need not go there.',
    noHeld:
      'The municipality has to give the place free or talk with you again. If nobody does anything, it is given free by itself {until}.',
    noConfirmed:
      'The place is confirmed and stands for you until the municipality or the unit gives it free. That does not happen by itself, nor if you do not come.',
    againstNo: 'The municipality has confirmed the place in {unit} although you have said no. It writes to you why: “{why}”',
    noThere:
      'You have said no to the stay in {unit}, and you are there now. Staying is voluntary. If you have signed a contract, it can let the place keep you back for a short time.',
    noList: 'Your no does not move you on the waiting list. You can change your mind.',
    sayTo: 'Tell your answer to {who}, or to another of those who take part.',
    sayToTeam: 'Tell your answer to one of those who take part. They stand below.',
    whereAddress: 'The address is {address}, {town}.',
    whereTown: 'It is in {town}. The street does not stand here: ask for it if you want to know.',
  },
);
