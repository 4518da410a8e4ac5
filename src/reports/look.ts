/** The look of printed reports: the tokens of the screens, as Word writes colours. */
export const colours = {
  ink: '1D2429',
  quiet: '4D565C',
  line: 'D8D5CF',
  accent: '0B5563',
  tint: 'E3EFF1',
  attention: '8A5A00',
  attentionGround: 'FFF4D6',
} as const;

/** The width of the text on an A4 page with margins of 25 mm, in twentieths of a point. */
export const textWidth = 9072;
