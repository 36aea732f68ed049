import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { Config, seal, unseal } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { PushSubscriptionKeys } from '@calmness/platform/vendors/push';

export interface SubscribedBrowser {
  id: Uuid;
  endpoint: string;
  /** `Firefox · Windows` */
  device: string;
  createdAt: Date;
}
/** A member has so many browsers at most: the one unused the longest makes room. */
const mostBrowsers = 10;

/** The browsers a member wants to be rung in. Keys are sealed: with them anybody could write to the phone. */
@Injectable()
export class PushSubscriptions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  of(memberId: Uuid): Promise<SubscribedBrowser[]> {
    return this.dataSource.query<SubscribedBrowser[]>(
      'SELECT id, endpoint, device, created_at AS "createdAt" FROM notifications.push_subscription WHERE member_id = $1 ORDER BY id',
      [memberId],
    );
  }

  /** @throws Error when the browser took its subscription back meanwhile */
  async keysOf(place: { address: string }): Promise<PushSubscriptionKeys> {
    const [row] = await this.dataSource.query<{ sealed_keys: string }[]>(
      'SELECT sealed_keys FROM notifications.push_subscription WHERE endpoint = $1',
      [place.address],
    );
    if (!row) throw new Error('The browser is no longer subscribed');
    const opened = unseal(this.config.keys.encryption, place.address, row.sealed_keys);
    const { p256dh, auth } = JSON.parse(opened) as { p256dh: string; auth: string };
    return { endpoint: place.address, p256dh, auth };
  }

  /** One row a browser, whoever signed in there last. Answers its id. */
  async add(memberId: Uuid, keys: PushSubscriptionKeys, device: string): Promise<Uuid> {
    const { endpoint, p256dh, auth } = keys;
    const sealed = seal(this.config.keys.encryption, endpoint, JSON.stringify({ p256dh, auth }));
    const [row] = await this.dataSource.query<{ id: Uuid }[]>(
      `INSERT INTO notifications.push_subscription (id, member_id, endpoint, sealed_keys, device, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (endpoint) DO UPDATE SET member_id = $2, sealed_keys = $4, device = $5, created_at = $6
       RETURNING id`,
      [newId(), memberId, endpoint, sealed, device, this.clock.now()],
    );
    await this.dataSource.query(
      `DELETE FROM notifications.push_subscription WHERE id IN (
         SELECT id FROM notifications.push_subscription WHERE member_id = $1
          ORDER BY created_at DESC, id DESC OFFSET $2)`,
      [memberId, mostBrowsers],
    );
    return (row as { id: Uuid }).id;
  }

  /** @throws DomainError notifications.not-found, for another member's browser too */
  async remove(memberId: Uuid, id: Uuid): Promise<void> {
    const [, removed] = await this.dataSource.query<[unknown, number]>(
      'DELETE FROM notifications.push_subscription WHERE member_id = $1 AND id = $2',
      [memberId, id],
    );
    if (removed === 0) throw new DomainError('notifications.not-found', {}, 'not-found');
  }

  /** The push service says the browser is gone (404, 410). */
  async forget(endpoint: string): Promise<void> {
    await this.dataSource.query('DELETE FROM notifications.push_subscription WHERE endpoint = $1', [
      endpoint,
    ]);
  }
}
