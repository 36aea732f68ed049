import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Locale, OutgoingChannel } from '@calmness/contracts';
import { Config } from '@calmness/platform/config';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { isMailTemplate } from '../../delivery/templates/mail-templates';
import { sampleOf } from '../../delivery/templates/preview-mail';
import { shortVariablesOf, samplesOf } from '../domain/word-variables';

interface Tried {
  channel: OutgoingChannel;
  template: string;
  occurrence: Locale;
}

/** What a test speaks of: the samples of its words. The intent names the language it is tried in. */
@Injectable()
export class SampleSubject extends SubjectSource {
  readonly kind = 'notifications.sample';

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {
    super();
  }

  /** `subjectId` is the intent's own. */
  async describe(subjectId: Uuid, recipientId: Uuid): Promise<SubjectDescription | null> {
    const [tried] = await this.dataSource.query<Tried[]>(
      `SELECT channel, template, occurrence FROM notifications.delivery
        WHERE intent_id = $1 AND recipient_id = $2 AND test`,
      [subjectId, recipientId],
    );
    if (!tried) return null;
    const locale = tried.occurrence;
    const values = this.valuesOf(tried, locale);
    // Every link of a sample leads home: a secret one would open nothing.
    const url = '/admin/notifications/words';
    return { ...values, url, locale, occurrence: locale, stillTrue: true };
  }

  private valuesOf(
    { channel, template }: Tried,
    locale: Locale,
  ): Pick<SubjectDescription, 'title' | 'facts'> {
    if (channel === 'email' && isMailTemplate(template)) {
      const { title, facts } = sampleOf(template, locale);
      return { title, facts: this.atHome(facts) };
    }
    const { title = '', ...facts } = samplesOf(shortVariablesOf(template), locale);
    return { title, facts };
  }

  /** A link that stands among the facts is one of this house too. */
  private atHome(facts: Record<string, string>): Record<string, string> {
    const entries = Object.entries(facts).map(([name, value]) =>
      value.startsWith('https://') ? [name, this.config.publicBaseUrl] : [name, value],
    );
    return Object.fromEntries(entries) as Record<string, string>;
  }
}
