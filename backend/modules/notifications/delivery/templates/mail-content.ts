import type { Locale } from '@calmness/contracts';

/** One piece of news among several. */
export interface MailLine {
  title: string;
  text: string;
  /** Absolute address. */
  url: string;
}

/** What a template says; the layout turns it into HTML and into plain text. */
export interface MailContent {
  subject: string;
  /** The line a mailbox shows beside the subject. */
  preheader: string;
  greeting: string;
  paragraphs: string[];
  button?: { label: string; url: string };
  /** Pieces of news, each with the page it is about. */
  list?: MailLine[];
  /** Labelled values, e.g. an amount and a reference. */
  facts?: { label: string; value: string }[];
  /** Small print under the rest. */
  note?: string;
}

/** What every template is given. Facts are formatted for the reader's language already. */
export interface MailMaterial {
  firstName: string;
  title: string;
  facts: Record<string, string>;
  /** Absolute address of the page the mail is about, or the secret link. */
  link: string;
  /** What a summary lists. */
  lines?: MailLine[];
}

export type MailTemplate = Record<Locale, (material: MailMaterial) => MailContent>;
