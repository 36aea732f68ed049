import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CouponKind } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';

/** A discount whoever knows the code may have, once. Its uses are the orders that carry it. */
@Entity({ name: 'coupon', schema: 'billing' })
@Unique('coupon_code_once', ['code'])
@Check('coupon_code_shape', `code ~ '^[A-Z0-9]{3,32}$'`)
@Check('coupon_kind_known', `kind IN ('percent', 'amount')`)
@Check('coupon_value_sane', `value > 0 AND (kind = 'amount' OR value < 100)`)
@Check('coupon_uses_sane', `max_uses > 0`)
@Check('coupon_window', `valid_to >= valid_from`)
export class CouponEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'coupon_pkey' })
  id!: Uuid;

  /** In capitals. */
  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  kind!: CouponKind;

  /** Whole percent, or EUR cents. */
  @Column({ type: 'integer' })
  value!: number;

  /** Codes of the plans it is for; every plan when empty. */
  @Column({ name: 'plan_codes', type: 'text', array: true })
  planCodes!: string[];

  /** Null: as often as people come. */
  @Column({ name: 'max_uses', type: 'integer', nullable: true })
  maxUses!: number | null;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: IsoDate;

  /** Last day included. */
  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: IsoDate | null;

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: Uuid;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
