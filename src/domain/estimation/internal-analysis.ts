/** Who may read an analysis of the hidden number (da: intern): said in every one of its forms. None of them is for the public. */
export const internalAnalysis = {
  da: 'Analysen og dens filer rummer listernes egne antal, også små. De må kun læses af den organisation, der har lavet analysen, og må ikke offentliggøres. Tal til offentligheden går gennem «Udgivelser».',
  en: 'The analysis and its files hold the lists’ own counts, small ones too. They may be read only by the organisation that made the analysis, and may not be published. Numbers for the public go through “Releases”.',
} as const;
