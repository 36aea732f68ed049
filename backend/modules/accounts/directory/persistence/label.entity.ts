import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LabelKind } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** A tag or a group. */
@Entity({ name: 'label', schema: 'accounts' })
@Index('label_name_once', { synchronize: false })
@Check('label_kind_known', `kind IN ('tag', 'group')`)
@Check('label_name_trimmed', `name = btrim(name) AND char_length(name) BETWEEN 1 AND 40`)
export class LabelEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'label_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  kind!: LabelKind;

  @Column({ type: 'text' })
  name!: string;
}
