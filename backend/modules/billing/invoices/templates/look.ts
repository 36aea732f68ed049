import type { InvoiceAccent } from '@calmness/contracts';

/**
 * Accent colours an invoice may wear. Each is given twice, for text on the dark band and for text on paper:
 * both reach 4.5:1 (WCAG 1.4.3), which one tone alone cannot.
 */
export const accents = {
  gold: { onDark: '#d4af37', onPaper: '#7a5f0e' },
  silver: { onDark: '#c3cad4', onPaper: '#4a5563' },
  emerald: { onDark: '#4fc08d', onPaper: '#0f6b45' },
  sapphire: { onDark: '#8ab8ff', onPaper: '#1d4f91' },
  ruby: { onDark: '#ff9a9a', onPaper: '#9b1c1c' },
} as const satisfies Record<InvoiceAccent, { onDark: string; onPaper: string }>;
export type Accent = InvoiceAccent;

/** The dark of the band and of the heads of tables. */
export const ink = '#0b0b0b';

/** How the academy dresses its invoices. What the law wants is printed whatever the dress. */
export interface InvoiceLook {
  accent: Accent;
  /** A PNG, as a data URI; the drawn sign of the house when there is none. */
  logo: string | null;
  /** At the foot of every page, beside the seller. */
  footerText: string | null;
  /** After the figures. */
  thankYou: string | null;
}

export const plainLook: InvoiceLook = { accent: 'gold', logo: null, footerText: null, thankYou: null };

/** Contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
