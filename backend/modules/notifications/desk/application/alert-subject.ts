import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { troubleWords } from '../domain/troubles';
import { Alerts } from '../persistence/alerts';

/** Describes a trouble of the house to those who are told of it. */
@Injectable()
export class AlertSubject extends SubjectSource {
  readonly kind = 'notifications.alert';

  constructor(private readonly alerts: Alerts) {
    super();
  }

  async describe(subjectId: Uuid, _recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const alert = await this.alerts.find(subjectId);
    if (!alert) return null;
    const { title, detail } = troubleWords(alert, locale);
    return { title, url: '/admin/notifications', facts: { detail }, stillTrue: alert.openedAt !== null };
  }
}
