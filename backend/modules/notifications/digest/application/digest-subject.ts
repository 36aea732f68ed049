import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { Preferences } from '../../preferences/application/preferences';
import { DigestRepository } from '../persistence/digest.repository';

const list = '/user/notifications';

const newsCount: Record<Locale, (count: number) => string> = {
  fr: (count) => (count > 1 ? `${count} nouvelles` : `${count} nouvelle`),
  en: (count) => (count === 1 ? '1 update' : `${count} updates`),
};

/**
 * A summary as its reader's list tells it when the mail leaves: what he read, or no longer wants, since it was gathered is
 * not repeated. The words were written in his language already.
 */
@Injectable()
export class DigestSubject extends SubjectSource {
  readonly kind = 'notifications.digest';

  constructor(
    private readonly digests: DigestRepository,
    private readonly preferences: Preferences,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const chosen = await this.preferences.of(recipientId);
    const news = await this.digests.unread(subjectId, recipientId);
    const wanted = news.filter(({ category }) => chosen.wants({ category, channel: 'email' }));
    return {
      title: wanted[0]?.title ?? '',
      url: list,
      facts: { news: newsCount[locale](wanted.length) },
      lines: wanted.map(({ title, body, url }) => ({ title, text: body, url: url ?? list })),
      categories: [...new Set(wanted.map(({ category }) => category))],
      stillTrue: wanted.length > 0,
    };
  }
}
