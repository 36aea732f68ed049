import interExtended400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2';
import interExtended600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2';
import inter400 from '@fontsource/inter/files/inter-latin-400-normal.woff2';
import inter600 from '@fontsource/inter/files/inter-latin-600-normal.woff2';
import noto400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2';
import noto600 from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2';
import notoCyrillicExtended from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2';
import notoCyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2';
import notoGreek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff2';
import notoCyrillic600 from '@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2';
import notoGreek600 from '@fontsource/noto-sans/files/noto-sans-greek-600-normal.woff2';
import notoVietnamese600 from '@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff2';
import notoVietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2';
import {
  apostrophes,
  cyrillic,
  cyrillicExtended,
  greek,
  latin,
  latinExtended,
  vietnamese,
} from './font-ranges';

interface Face {
  family: string;
  weight: string;
  base64: string;
  /** Only the characters the file has; the browser takes the next family for the others. */
  range: string;
}

const inter = (weight: string, base64: string, range: string): Face => ({
  family: 'Inter',
  weight,
  base64,
  range,
});
const noto = (weight: string, base64: string, range: string): Face => ({
  family: 'Noto Sans',
  weight,
  base64,
  range,
});

const faces: readonly Face[] = [
  inter('400', inter400, latin),
  inter('600', inter600, latin),
  inter('400', interExtended400, latinExtended),
  inter('600', interExtended600, latinExtended),
  noto('400', noto400, apostrophes),
  noto('600', noto600, apostrophes),
  noto('400', notoVietnamese, vietnamese),
  noto('600', notoVietnamese600, vietnamese),
  noto('400', notoGreek, greek),
  noto('600', notoGreek600, greek),
  noto('400', notoCyrillic, cyrillic),
  noto('600', notoCyrillic600, cyrillic),
  noto('400', notoCyrillicExtended, cyrillicExtended),
];

function fontFace({ family, weight, base64, range }: Face): string {
  const source = `url(data:font/woff2;base64,${base64}) format('woff2')`;
  return `@font-face{font-family:'${family}';font-weight:${weight};src:${source};unicode-range:${range}}`;
}

/** Static fonts as data URIs: the printed file carries them, and printing asks nobody for anything. */
export const allFonts = faces.map(fontFace).join('\n');

/** The faces the foot of the pages needs. */
export const footerFont = faces
  .filter(({ range, weight }) => weight === '400' && (range === latin || range === apostrophes))
  .map(fontFace)
  .join('');
