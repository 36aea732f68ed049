import { describe, expect, it } from 'vitest';
import { sampleOf } from './preview-mail';
import { renderMail } from './render-mail';

const frame = {
  supportEmail: 'support@academy.example',
  baseUrl: 'http://localhost:3000',
  identity: 'Calmness',
  unsubscribeUrl: null,
};
const rejected = { name: 'payment-rejected', locale: 'fr', category: 'billing' } as const;
const told = { ...sampleOf('payment-rejected', 'fr'), link: 'http://localhost:3000/user/payments' };
const withReason = (rejectReason: string) =>
  renderMail(rejected, { ...told, facts: { ...told.facts, rejectReason } }, frame);

describe('a mail told something unusual', () => {
  it('keeps a right-to-left name from turning the sentence around it', () => {
    const { html, text } = renderMail(rejected, { ...told, firstName: 'ليلى' }, frame);
    expect(text).toContain('Bonjour \u2068ليلى\u2069,');
    expect(html).toContain('Bonjour \u2068ليلى\u2069,');
  });

  it('keeps a name from turning it on purpose', () => {
    const { text } = renderMail(rejected, { ...told, firstName: 'Zoé\u202e\u2066' }, frame);
    expect(text).toContain('Bonjour Zoé,');
  });

  it('carries a text of more than 4 096 characters whole', () => {
    const long = `${'montant '.repeat(600)}fin`;
    const { html, text } = withReason(long);
    expect(text).toContain(long);
    expect(html).toContain(long);
  });

  it('keeps the line breaks of what somebody wrote, and nothing else that is not printed', () => {
    expect(withReason('Un\r\ndeux\u0000\u001b[31m').text).toContain('Un\ndeux[31m');
  });

  it('cuts a subject that no mailbox shows, between two characters', () => {
    const reference = '🎓'.repeat(5_000);
    const { subject } = renderMail(rejected, { ...told, facts: { ...told.facts, reference } }, frame);
    expect([...subject]).toHaveLength(180);
    expect(subject.endsWith('🎓…')).toBe(true);
    expect(subject.isWellFormed()).toBe(true);
  });

  it('shows where a value is missing, rather than nothing or “undefined”', () => {
    expect(renderMail(rejected, { ...told, facts: {} }, frame).text).toContain('Motif\u00a0: —');
  });

  it('keeps the number of a day on the line of its month', () => {
    const ends = { name: 'subscription-ends-in-7', locale: 'fr', category: 'subscription' } as const;
    const { facts } = sampleOf('subscription-ends-in-7', 'fr');
    expect(renderMail(ends, { ...told, facts }, frame).text).toContain('jusqu’au 30\u00a0novembre 2026');
  });

  it('leaves out a row whose value may be missing', () => {
    const invoice = { name: 'invoice-ready', locale: 'fr', category: 'billing' } as const;
    const { facts } = sampleOf('invoice-ready', 'fr');
    const mail = renderMail(invoice, { ...told, facts: { ...facts, lastDay: '' } }, frame);
    expect(mail.text).not.toContain('Accès jusqu’au');
  });

  it('does not read a slot in what it was told', () => {
    expect(withReason('{{supportEmail}}').html).toContain('Motif\u00a0: {{supportEmail}}');
  });
});

describe('the link of a mail', () => {
  const withLink = (link: string, baseUrl = frame.baseUrl) =>
    renderMail(rejected, { ...told, link }, { ...frame, baseUrl });

  it.each([
    'javascript:alert(1)',
    'data:text/html,hello',
    'http://elsewhere.example/login',
    'http://localhost:3001/user',
    'https://calmness.example@elsewhere.example/',
    'https://calmness.example/ user',
    'https://calmness.example/\r\nBcc:x',
    '/user/payments',
    'mailto:somebody@example.org',
    '',
  ])('is refused when it is %j', (link) => {
    expect(() => withLink(link)).toThrow(expect.objectContaining({ name: 'UnsafeMailLink' }));
  });

  it.each(['http://localhost:3000/user?a=1&b=2', 'https://meet.example/room#x', 'https://calmness.example'])(
    'may be %s',
    (link) => expect(withLink(link).text).toContain(link),
  );

  it('may not be plain http once the house itself speaks https', () => {
    expect(() => withLink('http://localhost:3000/user', 'https://localhost:3000')).toThrow();
  });

  it('is not repeated by the refusal: it may be a secret', () => {
    expect(() => withLink('http://elsewhere.example/?token=secret')).toThrow(/^(?!.*secret)/);
  });
});
