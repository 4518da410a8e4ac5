/** The codes of the dimension of treatment in a call's tables. */
import { totalCode } from '../disclosure/dimension.ts';

export const treatmentCodes = { any: totalCode, residential: 'døgn', other: 'anden' } as const;
