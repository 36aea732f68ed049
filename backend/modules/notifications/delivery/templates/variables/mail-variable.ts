import type { Locale } from '@calmness/contracts';
import type { IsoDate, IsoInstant } from '@calmness/events';

/** What a template may be told: its kind, and a value a person could meet. */
export type MailVariable =
  | { kind: 'text' | 'paragraph'; sample: Record<Locale, string>; optional?: true }
  | { kind: 'day'; sample: IsoDate; optional?: true }
  | { kind: 'moment'; sample: IsoInstant; optional?: true }
  | { kind: 'amount-cents'; sample: number; optional?: true }
  /** A path of the app, or the whole address. */
  | { kind: 'url'; sample: string; optional?: true };

/** Names a template uses; `firstName`, `title` and `link` of its material among them. */
export type MailVariables = Readonly<Record<string, MailVariable>>;

/** One line. */
export const text = (fr: string, en = fr): MailVariable => ({ kind: 'text', sample: { fr, en } });
/** What somebody wrote, line breaks included. */
export const paragraph = (fr: string, en: string): MailVariable => ({
  kind: 'paragraph',
  sample: { fr, en },
});
export const day = (sample: string): MailVariable => ({ kind: 'day', sample: sample });
export const moment = (sample: string): MailVariable => ({ kind: 'moment', sample: sample });
/** Integer cents of a euro. */
export const amount = (sample: number): MailVariable => ({ kind: 'amount-cents', sample });
export const url = (sample: string): MailVariable => ({ kind: 'url', sample });
/** May be empty: the template then leaves out what needs it. */
export const optional = (variable: MailVariable): MailVariable => ({ ...variable, optional: true });

/** What every mail so far is told: whom it greets, and the page its button opens. */
export const addressed = (link: string): { firstName: MailVariable; link: MailVariable } => ({
  firstName: text('Camille'),
  link: url(link),
});
