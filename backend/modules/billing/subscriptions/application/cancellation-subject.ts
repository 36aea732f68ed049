import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { addDays, businessZone, dayIn } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { formatDay } from '../../domain/formats';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** That a subscription was cancelled. Facts: plan, cancelledOn, lastDay (included). True until it is withdrawn. */
@Injectable()
export class CancellationSubject extends SubjectSource {
  readonly kind = 'billing.cancellation';

  constructor(private readonly subscriptions: SubscriptionRepository) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const subscription = await this.subscriptions.find(subjectId);
    if (subscription?.memberId !== recipientId) return null;
    const { planName, endsOn, cancelledAt } = subscription;
    return {
      title: planName[locale],
      url: '/user/payments',
      facts: {
        plan: planName[locale],
        cancelledOn: cancelledAt ? formatDay(dayIn(cancelledAt, businessZone), locale) : '',
        lastDay: formatDay(addDays(endsOn, -1), locale),
      },
      stillTrue: cancelledAt !== null,
    };
  }
}
