/**
 * Inter draws U+02BC and U+2019 with one glyph, and the PDF then names the wrong one: an apostrophe would be
 * copied and searched as another character. Noto Sans keeps the two apart.
 */
export const apostrophes = 'U+02BC,U+2019';
export const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB,U+02C6,U+02DA,U+02DC,U+2000-2018,U+201A-206F,U+20AC,U+2122,U+2212';
export const latinExtended =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20C0';

export const vietnamese = 'U+0300-0301,U+1EA0-1EF9,U+20AB';
export const greek = 'U+0370-03FF';
export const cyrillic = 'U+0400-045F,U+0490-0491,U+2116';
export const cyrillicExtended = 'U+0460-052F,U+1C80-1C88';
