import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '@calmness/contracts';
import { testExtras } from '@calmness/platform/testing';
import type { MailMaterial } from '../delivery/templates/mail-content';
import type { RenderedMail } from '../delivery/templates/mail-layout';
import { mailTemplateNames } from '../delivery/templates/mail-templates';
import { previewMail, sampleOf } from '../delivery/templates/preview-mail';
import { renderMail } from '../delivery/templates/render-mail';

/** One way of opening a mail; widths in CSS pixels. */
export interface MailLook {
  theme: 'light' | 'dark';
  locale: Locale;
  width: number;
}
/** A mail is a part of somebody else's page: its mailbox has the landmarks. */
const mailboxRules = ['region', 'landmark-one-main'];
const unbroken = 'ABCDEFGHIJ'.repeat(500);

/** Every mail of the house, opened in a real browser in the given ways: accessible, nothing sticking out. */
export function describeEveryMail(looks: readonly MailLook[]): void {
  describe.runIf(testExtras.chromium)('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: testExtras.chromium,
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
      });
    });
    afterAll(() => browser.close());
    describe.each(looks)('in $locale, $theme, $width pixels wide', (look) =>
      describeLook(look, () => browser),
    );
  });
}

function describeLook({ theme, locale, width }: MailLook, browser: () => Browser): void {
  let page: Page;
  beforeAll(async () => {
    const context = await browser().newContext({ viewport: { width, height: 900 }, colorScheme: theme });
    page = await context.newPage();
  });
  afterAll(() => page.context().close());
  const see = async (name: string, { html }: RenderedMail) => {
    await page.setContent(html);
    await expectSound(page);
    await keepPicture(page, `mail-${name}-${locale}-${theme}-${width}`);
  };

  it.each(mailTemplateNames)('%s is readable by everybody and fits', (name) =>
    see(name, previewMail(name, locale)),
  );

  it('a mail fits as well when somebody wrote 5 000 letters without a blank', () => {
    const { facts } = sampleOf('payment-to-validate', locale);
    const long = Object.fromEntries(Object.keys(facts).map((key) => [key, unbroken]));
    return see('unbroken', toValidate(locale, { firstName: unbroken, facts: long }, unbroken));
  });

  it('a mail keeps names written from right to left in their place', () => {
    const { facts } = sampleOf('payment-to-validate', locale);
    const names = { plan: 'ليلى ١٢٣', reference: 'שלום' };
    return see('right-to-left', toValidate(locale, { firstName: 'ليلى', facts: { ...facts, ...names } }));
  });
}

function toValidate(locale: Locale, told: Partial<MailMaterial>, about = 'Calmness'): RenderedMail {
  const choice = { name: 'payment-to-validate', locale, category: 'billing' } as const;
  return renderMail(
    choice,
    { ...sampleOf('payment-to-validate', locale), ...told },
    {
      ...{ baseUrl: 'https://calmness.example', identity: about, unsubscribeUrl: null },
      supportEmail: `${about}@calmness.example`,
    },
  );
}

async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .disableRules(mailboxRules)
    .setLegacyMode(true)
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found).toEqual([]);
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow, 'sideways scrolling').toBeLessThanOrEqual(0);
}

/** Keeps a picture when the run asks for them. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = testExtras.pictures;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
