import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type {
  AgeRange,
  Gender,
  Locale,
  PreferredAsset,
  RiskTolerance,
  Role,
  TradingExperience,
} from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** Someone with an account. The two flags hold the state last announced; answers are computed live. */
@Entity({ name: 'member', schema: 'accounts' })
@Index('member_email_once', { synchronize: false })
@Index('member_roles', { synchronize: false })
@Check('member_email_trimmed', `email = btrim(email) AND email LIKE '%_@_%'`)
@Check('member_locale_known', `locale IN ('fr', 'en')`)
@Check(
  'member_roles_known',
  `roles <@ ARRAY['member', 'instructor', 'manager', 'accountant', 'admin'] AND cardinality(roles) > 0`,
)
@Check('member_telegram_shape', `telegram_username ~ '^@[A-Za-z][A-Za-z0-9_]{4,31}$'`)
@Check('member_discord_shape', `discord_username ~ '^[a-z0-9._]{2,32}$'`)
@Check('member_phones_e164', `phone ~ '^\\+[1-9][0-9]{4,14}$' AND whatsapp_number ~ '^\\+[1-9][0-9]{4,14}$'`)
@Check('member_lock_explained', `(locked_at IS NULL) = (lock_reason IS NULL)`)
@Check('member_bio_length', `char_length(bio) <= 1000`)
@Check('member_experience_known', `trading_experience IN ('beginner', 'intermediate', 'advanced', 'expert')`)
@Check('member_risk_known', `risk_tolerance IN ('low', 'medium', 'high')`)
@Check('member_assets_known', `preferred_assets <@ ARRAY['forex', 'crypto', 'stocks', 'indices']`)
@Check('member_gender_known', `gender IN ('male', 'female', 'other', 'undisclosed')`)
@Check('member_age_known', `age_range IN ('18-24', '25-34', '35-44', '45-54', '55-64', '65+')`)
export class MemberEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'member_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'email_verified_at', type: 'timestamptz', nullable: true })
  emailVerifiedAt!: Date | null;

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash!: string;

  /** The account was secured: the password opens nothing before it is chosen anew by mail. */
  @Column({ name: 'password_reset_required', type: 'boolean' })
  passwordResetRequired!: boolean;

  @Column({ name: 'first_name', type: 'text' })
  firstName!: string;

  @Column({ name: 'last_name', type: 'text' })
  lastName!: string;

  @Column({ type: 'text' })
  locale!: Locale;

  @Column({ type: 'text' })
  timezone!: string;

  @Column({ type: 'text', array: true })
  roles!: Role[];

  @Column({ name: 'is_demo', type: 'boolean' })
  isDemo!: boolean;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ name: 'telegram_username', type: 'text', nullable: true })
  telegramUsername!: string | null;

  @Column({ name: 'discord_username', type: 'text', nullable: true })
  discordUsername!: string | null;

  @Column({ name: 'whatsapp_number', type: 'text', nullable: true })
  whatsappNumber!: string | null;

  @Column({ type: 'text', nullable: true })
  country!: string | null;

  @Column({ type: 'text', nullable: true })
  city!: string | null;

  @Column({ type: 'text', nullable: true })
  bio!: string | null;

  @Column({ name: 'trading_experience', type: 'text', nullable: true })
  tradingExperience!: TradingExperience | null;

  @Column({ name: 'risk_tolerance', type: 'text', nullable: true })
  riskTolerance!: RiskTolerance | null;

  @Column({ name: 'preferred_assets', type: 'text', array: true })
  preferredAssets!: PreferredAsset[];

  @Column({ type: 'text', nullable: true })
  gender!: Gender | null;

  @Column({ name: 'age_range', type: 'text', nullable: true })
  ageRange!: AgeRange | null;

  @Column({ name: 'has_complete_profile', type: 'boolean' })
  hasCompleteProfile!: boolean;

  @Column({ name: 'can_make_payment', type: 'boolean' })
  canMakePayment!: boolean;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** The academy suspended the account: nobody comes in until it is opened again. */
  @Column({ name: 'locked_at', type: 'timestamptz', nullable: true })
  lockedAt!: Date | null;

  /** In the words of the staff; the member is not shown them. */
  @Column({ name: 'lock_reason', type: 'text', nullable: true })
  lockReason!: string | null;

  /** Since then nobody is behind the row: names and address are gone (see the privacy floor). */
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;
}
