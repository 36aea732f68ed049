import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { BilingualText, PaymentCoordinate, PaymentMethodCode } from '@calmness/contracts';

/** A way to pay, with what a member needs to use it. */
@Entity({ name: 'payment_method', schema: 'billing' })
@Check('payment_method_code_known', `code IN ('bank_transfer', 'crypto', 'mobile_money', 'paypal')`)
export class PaymentMethodEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'payment_method_pkey' })
  code!: PaymentMethodCode;

  @Column({ type: 'jsonb' })
  name!: BilingualText;

  @Column({ type: 'jsonb' })
  instructions!: BilingualText;

  @Column({ type: 'jsonb' })
  coordinates!: PaymentCoordinate[];

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'integer' })
  version!: number;
}
