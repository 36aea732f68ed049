import type { Locale, NotificationCategory, WordFieldValues } from '@calmness/contracts';
import { fill, fillParagraphs } from '../../wording/domain/fill-words';
import type { MailContent, MailLine, MailMaterial } from './mail-content';
import { layOut, type MailFrame, type RenderedMail } from './mail-layout';
import { mailTemplates, type MailTemplateName } from './mail-templates';
import { cleanText, oneLine, safeLink } from './mail-values';
import { reasonOf } from './mail-words';
import type { MailVariable } from './variables/mail-variable';
import { mailVariables } from './variables/mail-variables';

/** Which mail, to somebody who reads this language, as news of this category. */
export interface MailChoice {
  name: MailTemplateName;
  locale: Locale;
  category: NotificationCategory;
}

/** Stands where a value should: a sentence with a visible hole is better than no mail, or than a hidden one. */
const missing = '—';

/**
 * One mail, written: its words with what they were told, inside the layout. Only declared variables
 * reach the words, each made harmless by its kind. Words of the staff take the place of the built-in ones; the table of
 * facts and the address of the button stay those of the house.
 * @throws UnsafeMailLink when it was told a link that no mail may carry
 */
export function renderMail(
  { name, locale, category }: MailChoice,
  material: MailMaterial,
  frame: Omit<MailFrame, 'reason'>,
  words: WordFieldValues | null = null,
): RenderedMail {
  const prepared = prepare(name, material, frame.baseUrl);
  const content = reworded(mailTemplates[name][locale](prepared), words, prepared);
  return layOut(content, locale, { ...frame, reason: reasonOf(name, category, locale) });
}

function reworded(
  content: MailContent,
  words: WordFieldValues | null,
  { firstName, title, facts }: MailMaterial,
): MailContent {
  if (!words) return content;
  const values = { ...facts, firstName, title };
  const said = (text: string | undefined): string => fill(text ?? '', values);
  const { button } = content;
  const note = fillParagraphs(words.note ?? '', values).join('\n');
  return {
    ...content,
    ...{ subject: said(words.subject), preheader: said(words.preheader), greeting: said(words.greeting) },
    paragraphs: fillParagraphs(words.paragraphs ?? '', values),
    ...(button ? { button: { ...button, label: said(words.button) || button.label } } : {}),
    note: note || undefined,
  };
}

function prepare(name: MailTemplateName, material: MailMaterial, baseUrl: string): MailMaterial {
  const declared = Object.entries(mailVariables[name]);
  const facts = declared.map(([key, variable]) => [key, valueOf(variable, material.facts[key], baseUrl)]);
  return {
    firstName: oneLine(cleanText(material.firstName)),
    title: oneLine(cleanText(material.title)),
    facts: Object.fromEntries(facts) as Record<string, string>,
    link: safeLink(material.link, baseUrl),
    lines: material.lines?.map(cleanLine),
  };
}

function cleanLine({ title, text, url }: MailLine): MailLine {
  return { title: oneLine(cleanText(title)), text: oneLine(cleanText(text)), url };
}

function valueOf({ kind, optional }: MailVariable, given: string | undefined, baseUrl: string): string {
  if (!given?.trim()) return optional ? '' : missing;
  if (kind === 'url') return safeLink(given, baseUrl);
  const clean = cleanText(given);
  if (kind === 'paragraph') return clean;
  // « 2 » at the end of a line and « décembre » at the beginning of the next is not a date.
  return kind === 'day' || kind === 'moment'
    ? oneLine(clean).replace(/^(\D*\d+) (?=\p{L})/u, '$1\u00a0')
    : oneLine(clean);
}
