import type { Locale } from '@calmness/contracts';
import { typeset } from '../../typography';
import type { MailContent } from './mail-content';
import { fillShell } from './mail-shell';
import { heading, safeLink } from './mail-values';
import { layoutWords } from './mail-words';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** What stands around the words of a mail. */
export interface MailFrame {
  supportEmail: string;
  baseUrl: string;
  /** Where such mails are refused; null for those nobody may refuse. */
  unsubscribeUrl: string | null;
  /** Why the reader gets it, one sentence. */
  reason: string;
  /** Who writes: name, address, telephone, as far as the academy told. */
  identity: string;
}

/** Who writes, on one line: `Calmness · 12 rue de la Paix, 75002 Paris · +33 1 23 45 67 89`. */
export function identityLine(address: string | null, phone: string | null): string {
  const lines = address?.split('\n').map((line) => line.trim());
  // A number that is broken over two lines is a number nobody reads.
  return ['Calmness', lines?.filter(Boolean).join(', '), phone?.replaceAll(' ', '\u00a0')]
    .filter(Boolean)
    .join(' · ');
}

/**
 * Both faces of a mail: the same words in HTML (the compiled shell, one column) and in plain text.
 * @throws UnsafeMailLink when its button, or a line of its list, leads where no mail may
 */
export function layOut(written: MailContent, locale: Locale, frame: MailFrame): RenderedMail {
  const content = typesetContent(written, locale);
  for (const { url } of [...(content.button ? [content.button] : []), ...(content.list ?? [])])
    safeLink(url, frame.baseUrl);
  return {
    subject: content.subject,
    text: plainText(content, locale, frame),
    html: html(content, locale, frame),
  };
}

function typesetContent(content: MailContent, locale: Locale): MailContent {
  const set = (text: string): string => typeset(text, locale);
  return {
    ...content,
    subject: heading(set(content.subject)),
    preheader: heading(set(content.preheader)),
    greeting: set(content.greeting),
    paragraphs: content.paragraphs.map(set),
    facts: content.facts?.map(({ label, value }) => ({ label: set(label), value })),
    button: content.button && { ...content.button, label: set(content.button.label) },
    note: content.note && set(content.note),
  };
}

function wordsOf(locale: Locale): (typeof layoutWords)[Locale] {
  const set = Object.entries(layoutWords[locale]).map(([name, text]) => [name, typeset(text, locale)]);
  return Object.fromEntries(set) as (typeof layoutWords)[Locale];
}

function plainText(content: MailContent, locale: Locale, frame: MailFrame): string {
  const words = wordsOf(locale);
  const colon = typeset(locale === 'fr' ? ' :' : ':', locale);
  const facts = (content.facts ?? []).map(({ label, value }) => `${label}${colon} ${value}`).join('\n');
  return [
    content.greeting,
    ...content.paragraphs,
    ...(content.list ?? []).map(({ title, text, url }) => [title, text, url].filter(Boolean).join('\n')),
    facts,
    content.button ? `${content.button.label}${colon}\n${content.button.url}` : '',
    content.note ?? '',
    words.team,
    `-- \n${typeset(frame.reason, locale)}`,
    frame.unsubscribeUrl ? `${words.stop}${colon}\n${frame.unsubscribeUrl}` : '',
    `${words.help} ${frame.supportEmail}`,
    `${frame.identity}\n${words.mentions}${colon} ${frame.baseUrl}/legal/mentions\n${words.privacy}${colon} ${frame.baseUrl}/legal/privacy`,
    words.risk,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Nothing to see, but wide: or else a mailbox goes on with the next words of the mail after the preheader. */
const filler = ' \u034f\u200c\u00a0'.repeat(60);

function html(content: MailContent, locale: Locale, frame: MailFrame): string {
  const { baseUrl, unsubscribeUrl, supportEmail, identity } = frame;
  return fillShell({
    ...wordsOf(locale),
    ...{ locale, supportEmail, identity, homeUrl: baseUrl },
    subject: content.subject,
    preheader: content.preheader,
    filler,
    paragraphs: [content.greeting, ...content.paragraphs].map((text) => ({ text })),
    list: (content.list ?? []).map((line) => ({ ...line })),
    table: content.facts?.length ? [{ rows: content.facts.map((row) => ({ ...row })) }] : [],
    button: content.button ? [{ ...content.button }] : [],
    note: content.note ? [{ text: content.note }] : [],
    reason: typeset(frame.reason, locale),
    unsubscribe: unsubscribeUrl ? [{ url: unsubscribeUrl }] : [],
    mentionsUrl: `${baseUrl}/legal/mentions`,
    privacyUrl: `${baseUrl}/legal/privacy`,
  });
}
