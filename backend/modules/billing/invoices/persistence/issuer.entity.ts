import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';

/** Who issues the invoices, one row a version; append-only by trigger. */
@Entity({ name: 'issuer', schema: 'billing' })
@Unique('issuer_version_once', ['version'])
@Check('issuer_siren_shape', `siren ~ '^[0-9]{9}$'`)
@Check('issuer_siret_of_siren', `siret ~ '^[0-9]{14}$' AND left(siret, 9) = siren`)
@Check('issuer_regime_known', `vat_regime IN ('normal', 'franchise')`)
@Check('issuer_training_dated', `(training_number IS NULL) = (training_granted_on IS NULL)`)
@Check('issuer_country_shape', `country ~ '^[A-Z]{2}$'`)
export class IssuerEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'issuer_pkey' })
  id!: Uuid;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'legal_name', type: 'text' })
  legalName!: string;

  @Column({ name: 'legal_form', type: 'text', nullable: true })
  legalForm!: string | null;

  /** The driver hands a bigint over as text. */
  @Column({ name: 'capital_cents', type: 'bigint', nullable: true })
  capitalCents!: string | null;

  @Column({ name: 'is_sole_trader', type: 'boolean' })
  isSoleTrader!: boolean;

  @Column({ type: 'text' })
  siren!: string;

  @Column({ type: 'text' })
  siret!: string;

  @Column({ name: 'rcs_city', type: 'text', nullable: true })
  rcsCity!: string | null;

  @Column({ name: 'vat_number', type: 'text', nullable: true })
  vatNumber!: string | null;

  @Column({ name: 'vat_regime', type: 'text' })
  vatRegime!: 'normal' | 'franchise';

  @Column({ name: 'vat_on_debits', type: 'boolean' })
  vatOnDebits!: boolean;

  /** One-stop shop: the VAT of other member states is declared in France. */
  @Column({ name: 'oss_registered', type: 'boolean', default: false })
  ossRegistered!: boolean;

  /** The DREETS attestation that exempts vocational training, with its day. */
  @Column({ name: 'training_number', type: 'text', nullable: true })
  trainingNumber!: string | null;

  @Column({ name: 'training_granted_on', type: 'date', nullable: true })
  trainingGrantedOn!: IsoDate | null;

  @Column({ name: 'address_lines', type: 'text', array: true })
  addressLines!: string[];

  @Column({ name: 'postal_code', type: 'text' })
  postalCode!: string;

  @Column({ type: 'text' })
  city!: string;

  @Column({ type: 'text' })
  country!: string;

  @Column({ type: 'text', nullable: true })
  iban!: string | null;

  @Column({ type: 'text', nullable: true })
  bic!: string | null;

  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'is_demo', type: 'boolean' })
  isDemo!: boolean;

  @Column({ name: 'valid_from', type: 'timestamptz' })
  validFrom!: Date;
}
