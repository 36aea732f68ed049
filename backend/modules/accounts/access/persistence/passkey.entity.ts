import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PasskeyView } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

/** A key in a member's device. Ours is the public half: nothing here opens anything. */
@Entity({ name: 'passkey', schema: 'accounts' })
@Unique('passkey_credential_once', ['credentialId'])
@Index('passkey_of_member', ['memberId'])
@Check('passkey_device_known', `device_type IN ('singleDevice', 'multiDevice')`)
@Check('passkey_name_length', `char_length(name) BETWEEN 1 AND 60`)
export class PasskeyEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'passkey_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'passkey_member' })
  memberId!: Uuid;

  /** Base64url, as the browser says it. */
  @Column({ name: 'credential_id', type: 'text' })
  credentialId!: string;

  /** COSE. */
  @Column({ name: 'public_key', type: 'bytea' })
  publicKey!: Buffer;

  /** As the driver gives a bigint: text. Zero for keys that do not count. */
  @Column({ type: 'bigint' })
  counter!: string;

  @Column({ type: 'text', array: true })
  transports!: string[];

  @Column({ name: 'device_type', type: 'text' })
  deviceType!: PasskeyView['device_type'];

  @Column({ name: 'backed_up', type: 'boolean' })
  backedUp!: boolean;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}
