/**
 * How many documents one user may ask for, on pages and over the API: a call has twelve (six places, two editions) in three formats. Someone
 * who takes out every report of a call never meets it.
 */
export const documentLimit = { max: 120, timeWindow: '1 minute' } as const;
