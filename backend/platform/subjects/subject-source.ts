import type { Locale, NotificationCategory } from '@calmness/contracts';
import type { IsoInstant, Uuid } from '@calmness/events';

/** One piece of news among those a summary gathers, in the recipient's language. */
export interface SubjectLine {
  title: string;
  text: string;
  url: string;
}

/** What a notification may say of a subject, asked just before sending. */
export interface SubjectDescription {
  /** In the recipient's language. */
  title: string;
  when?: IsoInstant;
  /** Path inside the app. */
  url?: string;
  /** Derived again at every retry, the same each time; stored nowhere. */
  secretLink?: string;
  /** The mail goes there instead of to the recipient's present address, e.g. to one he is about to prove. */
  mailTo?: string;
  /** E.164; a WhatsApp message goes there instead, e.g. to a number that is about to be proven. */
  whatsappTo?: string;
  /** A stored file to attach. */
  fileId?: Uuid;
  /** Values the template needs, already formatted for the recipient's language. */
  facts: Record<string, string>;
  /** The message is in this language, whatever its reader's, e.g. one the staff tries out. */
  locale?: Locale;
  /** What it gathers, when it is a summary: each piece of news with its page inside the app. */
  lines?: readonly SubjectLine[];
  /** What a summary speaks of; refused together. */
  categories?: readonly NotificationCategory[];
  /** Which time of the subject is the present one, when it has several, e.g. the end date of a subscription. */
  occurrence?: string;
  /** False when the news is old: nothing is sent then. */
  stillTrue: boolean;
}

/**
 * A domain describes its own subjects to the notification engine, which thereby renders names,
 * links and attachments without importing the domain and without secrets in events.
 */
export abstract class SubjectSource {
  /** `module.subject`, e.g. `billing.payment`. */
  abstract readonly kind: string;
  /** Writes nothing; null when the subject is gone or never concerned this recipient. */
  abstract describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null>;
}

/** The sources the worker was composed with. */
export class SubjectSources {
  private readonly byKind: ReadonlyMap<string, SubjectSource>;

  constructor(sources: readonly SubjectSource[]) {
    this.byKind = new Map(sources.map((source) => [source.kind, source]));
  }

  /** @throws Error for a kind nobody offers: the composition root forgot a module. */
  of(kind: string): SubjectSource {
    const source = this.byKind.get(kind);
    if (!source) throw new Error(`No SubjectSource describes ${kind}`);
    return source;
  }
}
