import type { DataSource } from 'typeorm';
import type { DeliveryState, OutgoingChannel } from '@calmness/contracts';
import { newId, type Uuid } from '@calmness/platform/ids';

export interface PlantedDelivery {
  recipientId: Uuid;
  /** ISO instant it was decided, taken up and concluded at; accepted two seconds later. */
  at: string;
  state: DeliveryState;
  channel?: OutgoingChannel;
  template?: string;
  reason?: string;
  test?: boolean;
}

const open: readonly DeliveryState[] = ['queued', 'deferred', 'sending', 'digested'];
const accepted: readonly DeliveryState[] = ['accepted', 'sent', 'delivered', 'read'];

/** A delivery that went as far as a test wants it to have gone, with the decision it came from. Its reason is a formula. */
export async function plantDelivery(dataSource: DataSource, planted: PlantedDelivery): Promise<Uuid> {
  const { recipientId, at, state, channel = 'email', template = 'welcome', test = false } = planted;
  const id = newId();
  const intent = newId();
  await dataSource.query(
    `INSERT INTO notifications.intent VALUES ($1::uuid, 'welcome', 'news', $2, $1::uuid, NULL, $1::uuid::text,
            '{"in_app": "told", "email": "queued", "telegram": "no-address"}',
            $3::timestamptz + interval '7 days', $4, $3::timestamptz)`,
    [intent, recipientId, at, test],
  );
  await dataSource.query(
    `INSERT INTO notifications.delivery (id, intent_id, channel, template, category, lane, recipient_id,
              subject_kind, subject_id, dedupe_key, state, attempts, next_attempt_at, expires_at, unless_read, test,
              created_at, changed_at, claimed_until, accepted_at, closed_at, last_reason)
       VALUES ($1::uuid, $2::uuid, $3, $4, 'subscription', 2, $5, 'billing.subscription', $2::uuid, $1::uuid::text,
               $6::text, 1, $7::timestamptz,
               $7::timestamptz + interval '7 days', false, $8, $7::timestamptz, $7::timestamptz,
               CASE WHEN $6::text = 'sending' THEN $7::timestamptz + interval '2 minutes' END,
               CASE WHEN $9::boolean THEN $7::timestamptz + interval '2 seconds' END,
               CASE WHEN $10::boolean THEN $7::timestamptz END, $11)`,
    [
      ...[id, intent, channel, template, recipientId, state, at, test],
      ...[accepted.includes(state), !open.includes(state), planted.reason ?? '-1+1'],
    ],
  );
  return id;
}
