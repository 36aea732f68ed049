import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { MemberFilter, MemberSort } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from './member.entity';

/** A way to look at the list of members that one of the staff kept for himself. */
@Entity({ name: 'saved_filter', schema: 'accounts' })
@Unique('saved_filter_name_once', ['ownerId', 'name'])
@Check('saved_filter_name_length', `char_length(name) BETWEEN 1 AND 60`)
@Check('saved_filter_object', `jsonb_typeof(filter) = 'object'`)
@Check('saved_filter_sort_known', `sort IN ('newest', 'oldest', 'name', 'last_seen')`)
export class SavedFilterEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'saved_filter_pkey' })
  id!: Uuid;

  @Column({ name: 'owner_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'saved_filter_owner' })
  ownerId!: Uuid;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  filter!: MemberFilter;

  @Column({ type: 'text' })
  sort!: MemberSort;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
