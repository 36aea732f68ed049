import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@calmness/events';

/** A VAT rate and the days it holds; `validTo` is exclusive. */
@Entity({ name: 'vat_rate', schema: 'billing' })
@Check('vat_rate_sane', `rate_bp BETWEEN 0 AND 10000`)
@Check('vat_rate_ends_later', `valid_to > valid_from`)
export class VatRateEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'vat_rate_pkey' })
  code!: string;

  @PrimaryColumn({ name: 'valid_from', type: 'date', primaryKeyConstraintName: 'vat_rate_pkey' })
  validFrom!: IsoDate;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: IsoDate | null;

  /** Basis points: 2000 is 20 %. */
  @Column({ name: 'rate_bp', type: 'integer' })
  rateBp!: number;
}
