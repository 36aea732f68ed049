import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryState, NotificationCategory, OutgoingChannel } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';

const key = { primaryKeyConstraintName: 'delivery_day_pkey' };

/** What is left of one day's deliveries of one kind once they are purged; written by set-based SQL. */
@Entity({ name: 'delivery_day', schema: 'notifications' })
@Check('delivery_day_counted', 'count >= 0')
export class DeliveryDayEntity {
  /** In the academy's zone. */
  @PrimaryColumn({ type: 'date', ...key })
  day!: IsoDate;

  @PrimaryColumn({ type: 'text', ...key })
  channel!: OutgoingChannel;

  @PrimaryColumn({ type: 'text', ...key })
  category!: NotificationCategory;

  @PrimaryColumn({ type: 'text', ...key })
  template!: string;

  @PrimaryColumn({ type: 'text', ...key })
  state!: DeliveryState;

  @Column({ type: 'integer' })
  count!: number;

  /** From the decision to the provider's acceptance, of the whole day; null when nothing was accepted. */
  @Column({ name: 'p50_ms', type: 'integer', nullable: true })
  p50Ms!: number | null;

  @Column({ name: 'p95_ms', type: 'integer', nullable: true })
  p95Ms!: number | null;
}
