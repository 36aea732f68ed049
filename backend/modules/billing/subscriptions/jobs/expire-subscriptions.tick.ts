import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { ExpireSubscriptions } from '../application/expire-subscriptions';

@Injectable()
export class ExpireSubscriptionsTick {
  constructor(private readonly expire: ExpireSubscriptions) {}

  /** Every minute: the day changes at 00:00 in Paris, and a worker may have been down then. */
  @OnTick({ name: 'billing.expire-subscriptions', cron: '5 * * * * *' })
  run(): Promise<void> {
    return this.expire.execute();
  }
}
