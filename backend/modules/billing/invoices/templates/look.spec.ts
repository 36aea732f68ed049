import { describe, expect, it } from 'vitest';
import { invoiceAccents } from '@calmness/contracts';
import { accents, contrast, ink } from './look';

describe('the colours an invoice may wear', () => {
  it.each(invoiceAccents)('%s is read on the dark band and on paper (WCAG 1.4.3)', (accent) => {
    expect(contrast(accents[accent].onDark, ink)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accents[accent].onPaper, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accents[accent].onPaper, '#faf7ee')).toBeGreaterThanOrEqual(4.5);
  });

  it('are compared as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#d4af37', '#ffffff')).toBeLessThan(4.5);
  });
});
