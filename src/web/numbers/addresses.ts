/** The addresses of the pages about numbers. */
export const numbersAddress = '/tal';
/** The numbers of the whole country, also for one whose page opens on a region's. */
export const countryNumbersAddress = `${numbersAddress}?omraade=danmark`;
/** The published numbers as a file. */
export const disputeFileAddress = `${numbersAddress}/offentliggjorte`;
export const documentsAddress = `${numbersAddress}/dokumenter`;
export const gridAddress = `${numbersAddress}/definitioner`;
/** What may be said of each year. */
export const yearsAddress = `${numbersAddress}/aar`;
/** One's own region's or municipality's numbers. */
export const ownNumbersAddress = `${numbersAddress}/vores`;
export const figuresAddress = `${numbersAddress}/opgoerelser`;
export const gapAddress = `${numbersAddress}/afstand`;
export const demandAddress = `${numbersAddress}/naeste-aar`;
export const duplicatesAddress = `${numbersAddress}/gengangere`;
export const listsAddress = `${numbersAddress}/lister`;
export const analysesAddress = `${numbersAddress}/moerketal`;
export const requestFormAddress = `${analysesAddress}/skema`;
export const codesAddress = `${numbersAddress}/kodelister`;

/** The dispute with the sentence of one estimate. */
export function estimateAddress(id: string): string {
  return `${numbersAddress}?tal=${id}`;
}

export type FigureFormat = 'csv' | 'json' | 'xlsx';

/** One figure's page, or the file of it. */
export function figureAddress(id: string, query: Readonly<Record<string, string>> = {}, format: FigureFormat | '' = ''): string {
  const asked = new URLSearchParams(query).toString();
  return `${figuresAddress}/${id}${format ? `.${format}` : ''}${asked ? `?${asked}` : ''}`;
}

/** What may be said of each year of a place: `danmark`, a region's id or a municipality's code. */
export function yearsAddressOf(place: string): string {
  return place === 'danmark' ? yearsAddress : `${yearsAddress}?omraade=${place}`;
}
