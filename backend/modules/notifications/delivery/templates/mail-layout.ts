import type { Locale } from '@calmness/contracts';
import { typeset } from '../../typography';
import type { MailContent } from './mail-content';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

interface Signature {
  supportEmail: string;
  baseUrl: string;
  /** Where such mails are refused; null for those nobody may refuse. */
  unsubscribeUrl: string | null;
}

const words = {
  fr: {
    team: 'L’équipe Calmness',
    help: 'Une question\u00a0? Écrivez à',
    stop: 'Ne plus recevoir ces e-mails',
    risk: 'Le trading comporte un risque de perte en capital. Les contenus de Calmness sont pédagogiques et ne constituent pas un conseil en investissement.',
  },
  en: {
    team: 'The Calmness team',
    help: 'A question? Write to',
    stop: 'Stop these e-mails',
    risk: 'Trading carries a risk of losing capital. Calmness teaches; nothing here is investment advice.',
  },
} as const;

/** Text as HTML shows it; a name may hold anything. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A subject is one line: a line break in a name must not start a header. */
const oneLine = (text: string): string => text.replace(/[\r\n\t ]+/g, ' ').trim();

/** Both faces of a mail: the same words in HTML (inline styles, one column) and in plain text. */
export function layOut(written: MailContent, locale: Locale, signature: Signature): RenderedMail {
  const content = typesetContent(written, locale);
  return {
    subject: oneLine(content.subject),
    text: plainText(content, locale, signature),
    html: html(content, locale, signature),
  };
}

function typesetContent(content: MailContent, locale: Locale): MailContent {
  const set = (text: string): string => typeset(text, locale);
  return {
    ...content,
    subject: set(content.subject),
    preheader: set(content.preheader),
    greeting: set(content.greeting),
    paragraphs: content.paragraphs.map(set),
    facts: content.facts?.map(({ label, value }) => ({ label: set(label), value })),
    note: content.note && set(content.note),
  };
}

function plainText(content: MailContent, locale: Locale, signature: Signature): string {
  const colon = typeset(locale === 'fr' ? ' :' : ':', locale);
  const facts = (content.facts ?? []).map(({ label, value }) => `${label}${colon} ${value}`).join('\n');
  return [
    content.greeting,
    ...content.paragraphs,
    facts,
    content.button ? `${content.button.label}${colon}\n${content.button.url}` : '',
    content.note ?? '',
    `${words[locale].team}\n${words[locale].help} ${signature.supportEmail}`,
    words[locale].risk,
    signature.unsubscribeUrl ? `${words[locale].stop}${colon}\n${signature.unsubscribeUrl}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

const font = `font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif`;

function html(content: MailContent, locale: Locale, signature: Signature): string {
  const paragraphs = [content.greeting, ...content.paragraphs]
    .map((text) => `<p style="margin:0 0 16px;line-height:1.6">${escapeHtml(text)}</p>`)
    .join('');
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(oneLine(content.subject))}</title></head>
<body style="margin:0;padding:24px 12px;background:#f4f3ef;color:#1f1f1f;${font};font-size:16px">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(content.preheader)}</div>
<table role="presentation" align="center" width="100%" style="max-width:560px;border-collapse:collapse;background:#ffffff;border-radius:12px;overflow:hidden">
<tr><td style="background:#0b0b0b;padding:22px 32px"><a href="${escapeHtml(signature.baseUrl)}" style="color:#d4af37;font-size:20px;font-weight:600;letter-spacing:.04em;text-decoration:none">Calmness</a></td></tr>
<tr><td style="height:3px;background:#d4af37;font-size:0;line-height:0">&nbsp;</td></tr>
<tr><td style="padding:32px">${paragraphs}${factTable(content)}${button(content)}${note(content)}
<p style="margin:24px 0 0;line-height:1.6">${words[locale].team}</p></td></tr>
<tr><td style="padding:20px 32px;background:#faf9f5;color:#5a5a5a;font-size:13px;line-height:1.6">
${words[locale].help} <a href="mailto:${escapeHtml(signature.supportEmail)}" style="color:#6b520a">${escapeHtml(signature.supportEmail)}</a><br>${words[locale].risk}${stop(locale, signature)}</td></tr>
</table></body></html>`;
}

function stop(locale: Locale, { unsubscribeUrl }: Signature): string {
  if (!unsubscribeUrl) return '';
  return `<br><a href="${escapeHtml(unsubscribeUrl)}" style="color:#6b520a">${words[locale].stop}</a>`;
}

function factTable(content: MailContent): string {
  if (!content.facts?.length) return '';
  const rows = content.facts
    .map(
      ({ label, value }) =>
        `<tr><th scope="row" style="padding:8px 16px 8px 0;text-align:left;font-weight:400;color:#5a5a5a">${escapeHtml(label)}</th>` +
        `<td style="padding:8px 0;text-align:right;font-weight:600">${escapeHtml(value)}</td></tr>`,
    )
    .join('');
  return `<table width="100%" style="margin:0 0 20px;border-collapse:collapse;border-top:1px solid #e5e5e5;border-bottom:1px solid #e5e5e5">${rows}</table>`;
}

function button(content: MailContent): string {
  if (!content.button) return '';
  const { label, url } = content.button;
  return `<p style="margin:8px 0 20px"><a href="${escapeHtml(url)}" style="display:inline-block;background:#000000;color:#d4af37;padding:14px 26px;border-radius:8px;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>`;
}

function note(content: MailContent): string {
  if (!content.note) return '';
  return `<p style="margin:0;color:#5a5a5a;font-size:14px;line-height:1.6">${escapeHtml(content.note)}</p>`;
}
