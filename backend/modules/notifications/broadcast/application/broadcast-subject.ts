import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { BroadcastRepository } from '../persistence/broadcast.repository';

/** What the staff wrote for an audience; stopped, it is no longer true for anybody. */
@Injectable()
export class BroadcastSubject extends SubjectSource {
  readonly kind = 'notifications.broadcast';

  constructor(private readonly broadcasts: BroadcastRepository) {
    super();
  }

  async describe(id: Uuid, _recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const broadcast = await this.broadcasts.find(id);
    if (!broadcast || broadcast.state === 'draft') return null;
    return {
      title: broadcast.title[locale],
      url: '/user/notifications',
      facts: { body: broadcast.body[locale] },
      stillTrue: broadcast.state !== 'stopped',
    };
  }
}
