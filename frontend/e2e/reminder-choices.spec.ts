import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { expectSound, logIn, openBrowser, phone, picture, visitor } from './browser';

describe('the reminders of a loan', () => {
  let academy: Academy;
  let browser: Browser;

  beforeAll(async () => {
    academy = await Academy.open();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await academy.stop();
  });

  it('are switched off one by one, by keyboard, and stay so', async () => {
    const { page } = await visitor(browser, academy, { viewport: phone, theme: 'light' });
    await logIn(page, 'test@calmnessfi.com');
    await page.goto('/user/notifications/preferences');
    const section = page.getByRole('region', { name: 'Rappels de prêt' });
    const switches = section.getByRole('switch');
    await switches.first().waitFor();
    expect(await switches.count()).toBe(4);
    const dayBefore = section.getByRole('switch', { name: 'La veille' });
    expect(await dayBefore.isChecked()).toBe(true);
    await dayBefore.focus();
    await page.keyboard.press('Space');
    await page.getByText('Votre choix est enregistré.').waitFor();
    await section.scrollIntoViewIfNeeded();
    await expectSound(page, 'the reminders of a loan');
    await picture(page, 'reminder-choices');
    await page.reload();
    await dayBefore.waitFor();
    expect(await dayBefore.isChecked()).toBe(false);
    expect(await section.getByRole('switch', { name: 'Deux jours avant' }).isChecked()).toBe(true);
  });
});
