import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { BilingualText, PlanKind, PriceMode, SupplyKind } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** What the academy sells. Its price may change; what was bought keeps its own copy. */
@Entity({ name: 'plan', schema: 'billing' })
@Unique('plan_code_once', ['code'])
@Check('plan_code_shape', `code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('plan_duration_sane', `duration_months BETWEEN 1 AND 120`)
@Check('plan_price_positive', `price_cents > 0 OR (kind = 'trial' AND price_cents = 0)`)
@Check('plan_kind_known', `kind IN ('recurring', 'one_time', 'trial')`)
@Check('plan_trial_length', `(kind = 'trial') = (trial_days IS NOT NULL) AND trial_days BETWEEN 1 AND 90`)
@Check('plan_price_mode_known', `price_mode IN ('TTC', 'HT')`)
@Check('plan_supply_known', `supply_kind IN ('live', 'electronic', 'training', 'goods')`)
export class PlanEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'plan_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  code!: string;

  @Column({ name: 'plan_group', type: 'text' })
  planGroup!: string;

  @Column({ type: 'jsonb' })
  name!: BilingualText;

  @Column({ type: 'jsonb' })
  description!: BilingualText;

  @Column({ type: 'jsonb' })
  features!: { fr: string[]; en: string[] };

  @Column({ type: 'text', default: 'recurring' })
  kind!: PlanKind;

  @Column({ name: 'duration_months', type: 'integer' })
  durationMonths!: number;

  /** Of a trial, which is counted in days; null for what is sold. */
  @Column({ name: 'trial_days', type: 'integer', nullable: true })
  trialDays!: number | null;

  /** The member may ask for a pause himself. */
  @Column({ type: 'boolean', default: false })
  pausable!: boolean;

  /** In the plan's price mode, EUR cents. */
  @Column({ name: 'price_cents', type: 'integer' })
  priceCents!: number;

  /** Consumers are shown prices with all taxes; a plan for companies is priced before tax. */
  @Column({ name: 'price_mode', type: 'text', default: 'TTC' })
  priceMode!: PriceMode;

  @Column({ name: 'supply_kind', type: 'text', default: 'live' })
  supplyKind!: SupplyKind;

  /** Vocational training under the issuer's attestation (CGI 261-4-4° a). */
  @Column({ name: 'training_exempt', type: 'boolean', default: false })
  trainingExempt!: boolean;

  @Column({ name: 'vat_rate_code', type: 'text' })
  vatRateCode!: string;

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
