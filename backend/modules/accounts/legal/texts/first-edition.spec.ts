import { describe, expect, it } from 'vitest';
import { legalDocumentCodes, locales } from '@calmness/contracts';
import { firstEdition } from './first-edition';

const texts = locales.flatMap((locale) =>
  legalDocumentCodes.map((code) => ({ locale, code, ...firstEdition[locale][code] })),
);
/** Words a trading academy may not promise with. */
const promises =
  /gains? (garantis?|assurés?)|sans risque|revenus? passifs?|guaranteed (gain|profit|return)|risk[- ]free|passive income/i;

describe('the first edition of the legal texts', () => {
  it.each(texts)('has a title and a body: $locale $code', ({ title, body }) => {
    expect(title).toMatch(/^\p{Lu}/u);
    expect(body.length).toBeGreaterThan(500);
    expect(body).not.toMatch(/^# /m);
  });

  it.each(texts)('promises nothing: $locale $code', ({ body }) => {
    expect(body).not.toMatch(promises);
  });

  it.each(texts)('links only to what exists or to the open web: $locale $code', ({ body }) => {
    for (const [, href = ''] of body.matchAll(/\]\(([^)]*)\)/g)) {
      const document = /^\/legal\/(.*)$/.exec(href)?.[1];
      if (document === undefined) expect(href).toMatch(/^(https:\/\/|mailto:)/);
      else expect(legalDocumentCodes).toContain(document);
    }
  });

  it.each(legalDocumentCodes)('is told in as many sections in both languages: %s', (code) => {
    const sections = (body: string): number => body.match(/^## /gm)?.length ?? 0;
    expect(sections(firstEdition.en[code].body)).toBe(sections(firstEdition.fr[code].body));
  });

  it.each(texts.filter(({ locale }) => locale === 'fr'))(
    'keeps French spaces together: $code',
    ({ body }) => {
      expect(body).not.toMatch(/ [:;!?»]|« |\d €/);
    },
  );

  it('says what has to be completed before opening', () => {
    for (const code of ['mentions', 'mediation'] as const) {
      expect(firstEdition.fr[code].body).toContain('à compléter avant la mise en service');
      expect(firstEdition.en[code].body).toContain('to be completed before opening');
    }
  });
});
