import { describe, expect, it } from 'vitest';
import { locales } from '@calmness/contracts';
import { mailTemplateNames } from './mail-templates';
import { categoryOf, previewMail, sampleOf } from './preview-mail';
import { renderMail } from './render-mail';

const frame = {
  supportEmail: 'support@academy.example',
  baseUrl: 'https://academy.example',
  identity: 'Calmness',
  unsubscribeUrl: null,
};
const hostile = `<script>alert("x")</script> & 'Zoé' 🎓 {{supportEmail}}\r\nBcc: all@example.org`;
const shownInHtml =
  '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Zoé&#39; 🎓 {{supportEmail}} Bcc: all@example.org';
const shownInText = `<script>alert("x")</script> & 'Zoé' 🎓 {{supportEmail}} Bcc: all@example.org`;
const link = 'https://academy.example/verify-email?token=a&b="c"';
const cases = mailTemplateNames.flatMap((name) => locales.map((locale) => ({ name, locale })));

describe.each(cases)('the mail $name in $locale, told the worst', ({ name, locale }) => {
  const facts = Object.fromEntries(Object.keys(sampleOf(name, locale).facts).map((key) => [key, hostile]));
  const material = { firstName: hostile, title: hostile, facts, link };
  const mail = renderMail({ name, locale, category: categoryOf(name) }, material, frame);

  it('shows what a member typed as text, never as markup', () => {
    expect(mail.html).toContain(shownInHtml);
    expect(mail.html).not.toContain('<script');
    expect(mail.html).toContain('token=a&amp;b=&quot;c&quot;');
    expect(mail.html).not.toContain(link);
    expect(mail.html).toContain(`<html lang="${locale}" dir="ltr"`);
  });

  it('leaves it as it is in plain text, with the link', () => {
    expect(mail.text).toContain(shownInText);
    expect(mail.text).toContain(link);
    expect(mail.text).toContain(frame.supportEmail);
    expect(mail.text).not.toMatch(/undefined|\[object/);
  });

  it('keeps its subject on one line', () => {
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.subject.length).toBeGreaterThan(5);
  });
});

describe.each(cases)('the mail $name in $locale, as members get it', ({ name, locale }) => {
  const mail = previewMail(name, locale);

  it('has no hole and no slot left', () => {
    const { subject, text, html } = mail;
    expect(`${subject}${text}${html}`).not.toMatch(/\{\{|\}\}|undefined|—|NaN|Invalid/);
  });

  it('says in plain text everything it says in HTML', () => {
    // A mailbox shows the subject and the preheader beside the text; the name of the house is in its identity.
    const { subject, text } = mail;
    const body = mail.html
      .slice(mail.html.indexOf('</h1>'))
      .replaceAll(/<!--[^]*?-->/g, '')
      .replaceAll(/<[^>]+>/g, '\n')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(subject).not.toBe('');
    const lines = body.split('\n').map((line) => line.trim());
    expect(lines.filter((line) => line && line !== '·' && !text.includes(bare(line)))).toEqual([]);
  });

  it('asks for nothing from elsewhere: no picture, no font, no program', () => {
    expect(mail.html).not.toMatch(/<img|<script|<link|@import|@font-face|url\(/i);
  });

  it('speaks to light and dark mailboxes', () => {
    expect(mail.html).toContain('<meta name="color-scheme" content="light dark"');
    expect(mail.html).toContain('prefers-color-scheme: dark');
  });

  it('stays far below what Gmail cuts (102 kB)', () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(40_000);
  });
});

/** The button's own help is about a button, which plain text has none of. */
function bare(line: string): string {
  return /^(Le bouton|The button)/.test(line) ? '' : line;
}

describe('the French of the mails', () => {
  it.each(mailTemplateNames)('%s puts no plain space before a double punctuation mark', (name) => {
    const { subject, text, html } = previewMail(name, 'fr');
    expect(`${subject} ${text}`).not.toMatch(/ [!?;:»]/);
    expect(html.slice(html.indexOf('<body'))).not.toMatch(/[a-zé] [!?»]/);
  });
});

describe('a mail that may be refused', () => {
  it('says how, in both faces', () => {
    const unsubscribeUrl = 'https://academy.example/api/notifications/unsubscribe/a"b';
    const choice = { name: 'subscription-ends-in-7', locale: 'fr', category: 'subscription' } as const;
    const material = sampleOf('subscription-ends-in-7', 'fr');
    const told = { ...material, link: 'https://academy.example/user/payments' };
    const { html, text } = renderMail(choice, told, { ...frame, unsubscribeUrl });
    expect(text).toContain(unsubscribeUrl);
    expect(html).toContain('unsubscribe/a&quot;b');
    expect(renderMail(choice, told, frame).html).not.toContain('unsubscribe');
  });

  it('is the only one that says so', () => {
    expect(previewMail('subscription-ends-in-7', 'fr').text).toContain('Ne plus recevoir');
    expect(previewMail('reset-password', 'fr').text).not.toContain('Ne plus recevoir');
  });
});
