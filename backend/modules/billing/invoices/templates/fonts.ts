import interExtended400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2';
import interExtended600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2';
import inter400 from '@fontsource/inter/files/inter-latin-400-normal.woff2';
import inter600 from '@fontsource/inter/files/inter-latin-600-normal.woff2';
import notoCyrillicExtended from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2';
import notoCyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2';
import notoGreek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff2';
import notoVietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2';

interface Face {
  family: string;
  weight: string;
  base64: string;
  /** Only the characters the file has; the browser takes the next family for the others. */
  range: string;
}

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212';
const latinExtended = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20C0';

const faces: readonly Face[] = [
  { family: 'Inter', weight: '400', base64: inter400, range: latin },
  { family: 'Inter', weight: '600', base64: inter600, range: latin },
  { family: 'Inter', weight: '400', base64: interExtended400, range: latinExtended },
  { family: 'Inter', weight: '600', base64: interExtended600, range: latinExtended },
  { family: 'Noto Sans', weight: '400 600', base64: notoVietnamese, range: 'U+0300-0301,U+1EA0-1EF9,U+20AB' },
  { family: 'Noto Sans', weight: '400 600', base64: notoGreek, range: 'U+0370-03FF' },
  { family: 'Noto Sans', weight: '400 600', base64: notoCyrillic, range: 'U+0400-045F,U+0490-0491,U+2116' },
  { family: 'Noto Sans', weight: '400 600', base64: notoCyrillicExtended, range: 'U+0460-052F,U+1C80-1C88' },
];

function fontFace({ family, weight, base64, range }: Face): string {
  const source = `url(data:font/woff2;base64,${base64}) format('woff2')`;
  return `@font-face{font-family:'${family}';font-weight:${weight};src:${source};unicode-range:${range}}`;
}

/** Static fonts as data URIs: the printed file carries them, and printing asks nobody for anything. */
export const allFonts = faces.map(fontFace).join('\n');

/** The one face the foot of the pages needs. */
export const footerFont = faces.slice(0, 1).map(fontFace).join('');
