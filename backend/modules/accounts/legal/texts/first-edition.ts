import type { LegalDocumentCode, Locale } from '@calmness/contracts';
import accessibilityEn from './en/accessibility.md';
import cguEn from './en/cgu.md';
import cgvEn from './en/cgv.md';
import cookiesEn from './en/cookies.md';
import mediationEn from './en/mediation.md';
import mentionsEn from './en/mentions.md';
import privacyEn from './en/privacy.md';
import accessibilityFr from './fr/accessibility.md';
import cguFr from './fr/cgu.md';
import cgvFr from './fr/cgv.md';
import cookiesFr from './fr/cookies.md';
import mediationFr from './fr/mediation.md';
import mentionsFr from './fr/mentions.md';
import privacyFr from './fr/privacy.md';

export interface PlainLegalText {
  title: string;
  /** Markdown without the title line. */
  body: string;
}

/** A file opens with `# Title`; the rest is the text. */
function parse(file: string): PlainLegalText {
  const lineEnd = file.indexOf('\n');
  return { title: file.slice(2, lineEnd).trim(), body: file.slice(lineEnd + 1).trim() };
}

/** The texts the house is delivered with: version 1 on every new database. */
export const firstEdition: Record<Locale, Record<LegalDocumentCode, PlainLegalText>> = {
  fr: {
    mentions: parse(mentionsFr),
    cgv: parse(cgvFr),
    cgu: parse(cguFr),
    privacy: parse(privacyFr),
    cookies: parse(cookiesFr),
    accessibility: parse(accessibilityFr),
    mediation: parse(mediationFr),
  },
  en: {
    mentions: parse(mentionsEn),
    cgv: parse(cgvEn),
    cgu: parse(cguEn),
    privacy: parse(privacyEn),
    cookies: parse(cookiesEn),
    accessibility: parse(accessibilityEn),
    mediation: parse(mediationEn),
  },
};
