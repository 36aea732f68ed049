import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ExternalAccountState, LinkedPlatform } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

/** A Telegram or Discord account proven to be a member's. One account serves one member, and he has one of each. */
@Entity({ name: 'external_account', schema: 'accounts' })
@Unique('external_account_once', ['platform', 'externalId'])
@Unique('external_account_of_member', ['memberId', 'platform'])
@Index('external_account_stale', { synchronize: false })
@Check('external_account_platform_known', `platform IN ('telegram', 'discord')`)
@Check('external_account_id_shape', `external_id ~ '^[0-9]{1,20}$'`)
@Check('external_account_state_known', `state IN ('active', 'reauth_needed')`)
@Check(
  'external_account_grant',
  `(sealed_grant IS NOT NULL) = (platform = 'discord' AND state = 'active')
   AND (sealed_grant IS NULL) = (grant_expires_at IS NULL)`,
)
export class ExternalAccountEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'external_account_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'external_account_member' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  platform!: LinkedPlatform;

  /** Decimal digits: a Telegram id has up to 52 significant bits, a Discord one 64. */
  @Column({ name: 'external_id', type: 'text' })
  externalId!: string;

  @Column({ type: 'text', nullable: true })
  username!: string | null;

  @Column({ name: 'linked_at', type: 'timestamptz' })
  linkedAt!: Date;

  /** When the platform told the name; an older message arriving late changes nothing. */
  @Column({ name: 'told_at', type: 'timestamptz' })
  toldAt!: Date;

  @Column({ type: 'text' })
  state!: ExternalAccountState;

  /** What the person granted us, encrypted and bound to this row. */
  @Column({ name: 'sealed_grant', type: 'text', nullable: true })
  sealedGrant!: string | null;

  @Column({ type: 'text', array: true })
  scopes!: string[];

  @Column({ name: 'grant_expires_at', type: 'timestamptz', nullable: true })
  grantExpiresAt!: Date | null;

  /** One worker at a time renews a grant: its refresh token works once. */
  @Column({ name: 'refreshing_until', type: 'timestamptz', nullable: true })
  refreshingUntil!: Date | null;
}
