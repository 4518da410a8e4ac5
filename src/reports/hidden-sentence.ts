/** What a hidden count is (da: skjult tal), said in the same words on pages and in files, by the rules in force. */
import { smallestPrinted } from '../domain/disclosure/suppression.ts';

const most = smallestPrinted - 1;

/** For protected figures and the reports, where a zero is hidden with the small counts. Means that rest on few are hidden in the same way. */
export const hiddenSentence = {
  da: `Et skjult tal mangler ikke. Det er fra 0 til ${most}, bygger på for få, eller ville sammen med andre tal vise et, der gør. Det kan altså være 0, lille eller stort.`,
  en: `A hidden number is not missing. It is from 0 to ${most}, rests on too few, or would together with other numbers give away one that does. So it can be 0, small or large.`,
} as const;

/** For released tables: each says under itself whether a zero is hidden there. */
export const hiddenInTableSentence = {
  da: 'Et tal, der ikke vises. Det mangler ikke. Om det kan være 0, står under hver tabel. Tegnet er det samme for alle skjulte tal.',
  en: 'A number that is not shown. It is not missing. Whether it can be 0 is said under each table. The sign is the same for all hidden numbers.',
} as const;
