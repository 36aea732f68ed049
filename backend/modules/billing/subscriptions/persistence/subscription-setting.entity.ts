import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What the staff sets for all subscriptions: one row. */
@Entity({ name: 'subscription_setting', schema: 'billing' })
@Check('subscription_setting_single', `id`)
@Check('subscription_setting_grace', `grace_hours BETWEEN 0 AND 72`)
export class SubscriptionSettingEntity {
  @PrimaryColumn({ type: 'boolean', default: true, primaryKeyConstraintName: 'subscription_setting_pkey' })
  id!: true;

  /** Hours somebody stays in the channels after his access ended. */
  @Column({ name: 'grace_hours', type: 'integer' })
  graceHours!: number;

  @Column({ type: 'integer' })
  version!: number;
}
