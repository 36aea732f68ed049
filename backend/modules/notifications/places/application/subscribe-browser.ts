import { Injectable } from '@nestjs/common';
import { deviceName } from '@calmness/accounts';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { isPublicService, PushPort, type PushSubscriptionKeys } from '@calmness/platform/vendors/push';
import { PushSubscriptions } from './push-subscriptions';

/** A browser asks to be rung in. */
@Injectable()
export class SubscribeBrowser {
  constructor(
    private readonly push: PushPort,
    private readonly subscriptions: PushSubscriptions,
  ) {}

  /**
   * @throws DomainError notifications.push-off while the academy sends none, notifications.push-endpoint-refused for an
   * address no push service has: we would be made to call it
   */
  async execute(memberId: Uuid, keys: PushSubscriptionKeys, userAgent: string): Promise<Uuid> {
    if (!this.push.enabled) throw new DomainError('notifications.push-off', {}, 'conflict');
    const endpoint = URL.parse(keys.endpoint);
    if (!endpoint || !isPublicService(endpoint))
      throw new DomainError('notifications.push-endpoint-refused', {}, 'invalid');
    return this.subscriptions.add(memberId, keys, deviceName(userAgent));
  }
}
