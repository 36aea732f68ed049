import { describe, expect, it } from 'vitest';
import { locales } from '@calmness/contracts';
import { layOut } from './mail-layout';
import { mailTemplateNames, mailTemplates } from './mail-templates';

const hostile = `<script>alert("x")</script> & 'Zoé' 🎓\r\nBcc: all@example.org`;
const material = {
  firstName: hostile,
  title: hostile,
  facts: {
    amount: '49,00 €',
    plan: hostile,
    reference: 'CAL-1',
    number: 'CT-1',
    rejectReason: hostile,
    total: '49',
    label: hostile,
    lastDay: '20/12/2026',
    expiresAt: '22/11',
    newEmail: hostile,
    device: hostile,
    place: 'France',
    moment: '22/11',
    when: 'samedi 21 novembre 2026 à 19:00, heure d’Europe centrale',
    instructor: hostile,
    partner: hostile,
  },
  link: 'https://academy.example/verify-email?token=a&b="c"',
};
const signature = {
  supportEmail: 'support@academy.example',
  baseUrl: 'https://academy.example',
  unsubscribeUrl: null,
};
const cases = mailTemplateNames.flatMap((name) => locales.map((locale) => [name, locale] as const));

describe.each(cases)('the mail %s in %s', (name, locale) => {
  const mail = layOut(mailTemplates[name][locale](material), locale, signature);

  it('shows what a member typed as text, never as markup', () => {
    expect(mail.html).not.toContain('<script>');
    expect(mail.html).not.toContain('token=a&b="c"');
    expect(mail.html).toContain(`<html lang="${locale}">`);
  });

  it('keeps its subject on one line', () => {
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.subject.length).toBeGreaterThan(5);
  });

  it('says the same in plain text, link included', () => {
    expect(mail.text).toContain(material.link);
    expect(mail.text).not.toMatch(/undefined|\[object/);
    expect(mail.text).toContain(signature.supportEmail);
  });
});

describe('the French of the mails', () => {
  const hostileFree = {
    ...material,
    firstName: 'Zoé',
    title: 'Premium',
    facts: { rejectReason: 'Montant inexact' },
  };

  it.each(mailTemplateNames)('%s puts no plain space before a double punctuation mark', (name) => {
    const { subject, text } = layOut(mailTemplates[name].fr(hostileFree), 'fr', signature);
    expect(`${subject} ${text}`).not.toMatch(/ [!?;:»]/);
  });
});

describe('a mail that may be refused', () => {
  it('says how, in both faces', () => {
    const unsubscribeUrl = 'https://academy.example/api/notifications/unsubscribe/a"b';
    const content = mailTemplates['subscription-ends-in-7'].fr(material);
    const { html, text } = layOut(content, 'fr', { ...signature, unsubscribeUrl });
    expect(text).toContain(unsubscribeUrl);
    expect(html).toContain('unsubscribe/a&quot;b');
    expect(layOut(content, 'fr', signature).html).not.toContain('unsubscribe');
  });
});
