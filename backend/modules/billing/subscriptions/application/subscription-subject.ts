import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { addDays, Clock, daysBetween, startOfDay } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { formatDay } from '../../domain/formats';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/**
 * A subscription as its member is told of it. Facts: plan, planCode, startsOn, lastDay (included),
 * endsOn (exclusive), daysLeft. Its occurrence is its end. Still true while nothing of its group ends later.
 */
@Injectable()
export class SubscriptionSubject extends SubjectSource {
  readonly kind = 'billing.subscription';

  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const subscription = await this.subscriptions.find(subjectId);
    if (subscription?.memberId !== recipientId) return null;
    const { memberId, planGroup, planName, planCode, startsOn, endsOn } = subscription;
    const latest = await this.subscriptions.latest(memberId, planGroup);
    const today = this.clock.today();
    return {
      title: planName[locale],
      when: startOfDay(endsOn).toISOString(),
      url: '/user/payments',
      facts: {
        plan: planName[locale],
        planCode,
        startsOn: formatDay(startsOn, locale),
        lastDay: formatDay(addDays(endsOn, -1), locale),
        endsOn: formatDay(endsOn, locale),
        daysLeft: String(Math.max(daysBetween(today, endsOn), 0)),
      },
      occurrence: endsOn,
      stillTrue: latest?.id === subjectId,
    };
  }
}
