import { Injectable } from '@nestjs/common';
import type { Contact } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import { PushPort } from '@calmness/platform/vendors/push';
import { PushSubscriptions } from '../../places/application/push-subscriptions';
import { ChannelSender, type Letter, type Place, type Written } from './channel-sender';
import { lifetime } from './lifetime';
import { cutAt, repeatMark, shortWords } from './short-words';

const longestTitle = 80;
const longestBody = 240;
const ttlSeconds = { shortest: 60, longest: 86_400 };

/** Web push to every browser that asked for it. Never an amount or a secret: a lock screen is public. */
@Injectable()
export class PushChannel extends ChannelSender {
  readonly channel = 'push';
  readonly vendor = 'push';
  /** The same topic replaces what waits for the phone. */
  readonly recognisesRepeat = true;

  constructor(
    private readonly push: PushPort,
    private readonly subscriptions: PushSubscriptions,
    private readonly clock: Clock,
  ) {
    super();
  }

  get enabled(): boolean {
    return this.push.enabled;
  }

  async placesOf({ memberId }: Contact): Promise<Place[]> {
    const rows = await this.subscriptions.of(memberId);
    return rows.map(({ id, endpoint }) => ({ id, address: endpoint }));
  }

  paceOf(): null {
    return null;
  }

  async write(letter: Letter): Promise<Written> {
    const { delivery, subject, place } = letter;
    const subscription = await this.subscriptions.keysOf(place);
    const { title, body } = shortWords(letter);
    const url = subject.url ?? '/user/notifications';
    const message = {
      subscription,
      payload: JSON.stringify({
        notification: {
          title: cutAt(title, longestTitle),
          body: cutAt(body, longestBody),
          icon: '/icons/icon-192.png',
          data: { onActionClick: { default: { operation: 'navigateLastFocusedOrOpen', url } } },
        },
      }),
      ttlSeconds: lifetime(this.clock.now(), delivery.expiresAt, ttlSeconds),
      topic: repeatMark(delivery.intentId),
      urgent: delivery.lane === 0,
    };
    return { send: () => this.push.send(message) };
  }
}
