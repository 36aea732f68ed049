import { createHash } from 'node:crypto';
import type { Locale } from '@calmness/contracts';
import type { MailContent, MailMaterial } from './mail-content';
import shell from './mail-shell.mjml';
import { mailTemplates, type MailTemplateName } from './mail-templates';
import { layoutWords, reasonOf } from './mail-words';
import { categoryOf } from './preview-mail';
import { mailVariables } from './variables/mail-variables';

const versions = new Map<string, string>();

/**
 * Twelve hexadecimal digits that change with anything a reader of this mail could see differently: its
 * words, its conditions, the layout. The same in every process built from the same source.
 */
export function templateVersion(name: MailTemplateName, locale: Locale): string {
  const key = `${name}.${locale}`;
  const version = versions.get(key) ?? hashOf(name, locale);
  versions.set(key, version);
  return version;
}

function hashOf(name: MailTemplateName, locale: Locale): string {
  const faces = [written(name, locale, true), written(name, locale, false)];
  const around = [shell, layoutWords[locale], reasonOf(name, categoryOf(name), locale)];
  return createHash('sha256')
    .update(JSON.stringify([...faces, ...around]))
    .digest('hex')
    .slice(0, 12);
}

/** The words with the names of the variables in their places. */
function written(name: MailTemplateName, locale: Locale, withOptional: boolean): MailContent {
  const facts: MailMaterial['facts'] = {};
  for (const [key, { optional }] of Object.entries(mailVariables[name]))
    facts[key] = optional && !withOptional ? '' : `{{${key}}}`;
  return mailTemplates[name][locale]({
    ...{ firstName: '{{firstName}}', title: '{{title}}', link: '{{link}}' },
    facts,
  });
}
