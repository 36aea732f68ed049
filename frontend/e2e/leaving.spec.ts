import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { expectSound, logIn, mailTo, openBrowser, picture, visitor } from './browser';

const jean = 'test@calmnessfi.com';

describe('leaving', () => {
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

  it('takes two steps from the card, and one to come back', async () => {
    const { page } = await visitor(browser, academy);
    await logIn(page, jean);
    await page.goto('/user/payments');
    await page.getByRole('button', { name: 'Résilier Premium' }).first().click();
    await page.getByLabel(/Qu’est-ce qui vous fait partir/).selectOption('no_time');
    await picture(page, 'cancel-dialog');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Confirmer la résiliation' }).click();
    await page
      .getByText(/Résilié : l’accès s’arrête/)
      .first()
      .waitFor();
    const mail = await mailTo(academy, jean, /résiliation est enregistrée/);
    expect(mail.text).toContain('Premium');
    await page.getByRole('button', { name: 'Reprendre mon abonnement' }).first().click();
    await page.getByRole('button', { name: 'Résilier Premium' }).first().waitFor();
    await expectSound(page, 'the subscriptions');
  });

  it('needs no account: the form, the acknowledgement, the link', async () => {
    const { page } = await visitor(browser, academy);
    await page.goto('/');
    await page.getByRole('link', { name: 'Résilier votre contrat' }).click();
    await page.getByLabel('Nom et prénom').fill('Jean Dupont');
    await page.getByLabel('Adresse e-mail').fill(jean);
    await page.getByRole('button', { name: 'Relire ma demande' }).click();
    await picture(page, 'cancellation-review');
    await page.getByRole('button', { name: 'Notifier la résiliation' }).click();
    await page.getByText(/RES-[2-9A-Z]{6}/).waitFor();
    const mail = await mailTo(academy, jean, /demande de résiliation RES-/);
    const link = /https?:\/\/\S+resiliation\?token=\S+/.exec(mail.text)?.[0] ?? '';
    await page.goto(link);
    await page.getByRole('button', { name: 'Confirmer ma résiliation' }).click();
    await page.getByRole('heading', { name: 'Votre résiliation est confirmée' }).waitFor();
  });

  it('lets anybody withdraw, and puts it before the staff', async () => {
    const { page } = await visitor(browser, academy);
    await page.goto('/retractation');
    await page.getByLabel('Nom et prénom').fill('Zoé Œuvrard');
    await page.getByLabel('Adresse e-mail').fill('zoe.inconnue@example.fr');
    await page.getByLabel('Commande concernée').fill('CAL-222222');
    await page.getByRole('button', { name: 'Relire ma demande' }).click();
    await page.getByRole('button', { name: 'Confirmer la rétractation' }).click();
    await page.getByText(/RET-[2-9A-Z]{6}/).waitFor();
    await mailTo(academy, 'zoe.inconnue@example.fr', /Accusé de réception de votre rétractation/);
    const staff = await visitor(browser, academy);
    await logIn(staff.page, 'admin@calmnessfi.com');
    await staff.page.goto('/admin/subscriptions/requests');
    const card = staff.page.getByRole('region', { name: /RET-/ });
    await card.getByLabel(/Votre réponse/).fill('Nous ne trouvons pas cette commande.');
    await card.getByRole('button', { name: 'Refuser' }).click();
    await mailTo(academy, 'zoe.inconnue@example.fr', /Notre réponse à votre demande/);
    await expectSound(staff.page, 'the requests');
  });
});
