import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Density, MemberFeature, PresetName, ThemeName, WeekStart } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

/** What a member has chosen. There is no row until he chooses something. */
@Entity({ name: 'member_setting', schema: 'accounts' })
@Check('member_setting_theme_known', `theme IN ('auto', 'light', 'dark')`)
@Check('member_setting_density_known', `density IN ('comfortable', 'compact')`)
@Check('member_setting_week_known', `week_starts_on IN ('monday', 'sunday')`)
@Check('member_setting_preset_known', `preset IN ('calm', 'active', 'intensive')`)
@Check('member_setting_features_object', `jsonb_typeof(features) = 'object'`)
@Check('member_setting_version_positive', `version > 0`)
export class MemberSettingEntity {
  @PrimaryColumn({ name: 'member_id', type: 'uuid', primaryKeyConstraintName: 'member_setting_pkey' })
  @ForeignKey(() => MemberEntity, { name: 'member_setting_member' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  theme!: ThemeName;

  @Column({ type: 'text' })
  density!: Density;

  @Column({ name: 'week_starts_on', type: 'text' })
  weekStartsOn!: WeekStart;

  /** Only the switches he touched: the others follow the catalogue's default. */
  @Column({ type: 'jsonb' })
  features!: Partial<Record<MemberFeature, boolean>>;

  @Column({ name: 'analytics_opt_out', type: 'boolean' })
  analyticsOptOut!: boolean;

  @Column({ name: 'share_with_mentors', type: 'boolean' })
  shareWithMentors!: boolean;

  @Column({ name: 'audience_profile_opt_in', type: 'boolean' })
  audienceProfileOptIn!: boolean;

  @Column({ type: 'text', nullable: true })
  preset!: PresetName | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
