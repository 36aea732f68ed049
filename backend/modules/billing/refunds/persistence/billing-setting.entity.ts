import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How the academy wants its money handled: one row. */
@Entity({ name: 'billing_setting', schema: 'billing' })
@Check('billing_setting_one', 'one')
export class BillingSettingEntity {
  @PrimaryColumn({ type: 'boolean', primaryKeyConstraintName: 'billing_setting_pkey' })
  one!: true;

  /** A refund waits for a second person. */
  @Column({ name: 'four_eyes_refunds', type: 'boolean' })
  fourEyesRefunds!: boolean;

  @Column({ type: 'integer' })
  version!: number;
}
