import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { VatCheck } from '../domain/billing-profile';

/** Who is billed for what a member buys. Orders keep their own copy. */
@Entity({ name: 'billing_profile', schema: 'billing' })
@Check('billing_profile_kind_known', `kind IN ('person', 'company')`)
@Check('billing_profile_country_shape', `country ~ '^[A-Z]{2}$'`)
@Check('billing_profile_siren_shape', `siren ~ '^[0-9]{9}$'`)
@Check('billing_profile_person_bare', `kind = 'company' OR (siren IS NULL AND vat_number IS NULL)`)
@Check('billing_profile_check_known', `vat_check IN ('none', 'waiting', 'valid', 'invalid')`)
@Check('billing_profile_check_dated', `(vat_check = 'valid') = (vat_checked_on IS NOT NULL)`)
@Check('billing_profile_check_awaited', `(vat_check = 'waiting') = (vat_check_next_at IS NOT NULL)`)
@Check(
  'billing_profile_check_vouched',
  `(vat_checked_by IS NULL) = (vat_check_proof IS NULL)
    AND (vat_checked_by IS NULL OR (vat_check = 'valid' AND btrim(vat_check_proof) <> ''))`,
)
@Index('billing_profile_check_due', ['vatCheckNextAt'], { where: `vat_check = 'waiting'` })
export class BillingProfileEntity {
  @PrimaryColumn({ name: 'member_id', type: 'uuid', primaryKeyConstraintName: 'billing_profile_pkey' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  kind!: 'person' | 'company';

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'address_lines', type: 'text', array: true })
  addressLines!: string[];

  @Column({ name: 'postal_code', type: 'text' })
  postalCode!: string;

  @Column({ type: 'text' })
  city!: string;

  /** ISO 3166-1 alpha-2; decides the VAT. */
  @Column({ type: 'text' })
  country!: string;

  @Column({ type: 'text', nullable: true })
  siren!: string | null;

  @Column({ name: 'vat_number', type: 'text', nullable: true })
  vatNumber!: string | null;

  /** The day the register answered that the number is valid, Europe/Paris. */
  @Column({ name: 'vat_checked_on', type: 'date', nullable: true })
  vatCheckedOn!: IsoDate | null;

  @Column({ name: 'vat_check', type: 'text' })
  vatCheck!: VatCheck;

  @Column({ name: 'vat_check_attempts', type: 'integer', default: 0 })
  vatCheckAttempts!: number;

  /** When the register is asked again, and the end of the lease of whoever is asking. */
  @Column({ name: 'vat_check_next_at', type: 'timestamptz', nullable: true })
  vatCheckNextAt!: Date | null;

  /** Who of the staff checked it elsewhere; null when the register answered. */
  @Column({ name: 'vat_checked_by', type: 'uuid', nullable: true })
  vatCheckedBy!: Uuid | null;

  @Column({ name: 'vat_check_proof', type: 'text', nullable: true })
  vatCheckProof!: string | null;

  @Column({ name: 'electronic_address', type: 'text', nullable: true })
  electronicAddress!: string | null;

  /** The order number the buyer wants on his invoices. */
  @Column({ name: 'purchase_order', type: 'text', nullable: true })
  purchaseOrder!: string | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
