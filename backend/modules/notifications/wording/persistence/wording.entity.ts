import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Locale, WordFieldValues, WordingKind, WordingState } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** One version of the words of one message in one language; at most one draft, at most one published. */
@Entity({ name: 'wording', schema: 'notifications' })
@Unique('wording_version_once', ['kind', 'name', 'locale', 'version'])
@Index('wording_one_draft', ['kind', 'name', 'locale'], { unique: true, where: `state = 'draft'` })
@Index('wording_one_published', ['kind', 'name', 'locale'], { unique: true, where: `state = 'published'` })
@Check('wording_kind_known', `kind IN ('mail', 'short')`)
@Check('wording_locale_known', `locale IN ('fr', 'en')`)
@Check('wording_state_known', `state IN ('draft', 'published', 'archived')`)
@Check('wording_counted', `version > 0 AND revision > 0`)
@Check('wording_fields_object', `jsonb_typeof(fields) = 'object'`)
@Check(
  'wording_published',
  `(published_at IS NULL) = (published_by IS NULL)
      AND (state <> 'draft' OR published_at IS NULL) AND (state <> 'published' OR published_at IS NOT NULL)`,
)
@Check(
  'wording_archived',
  `(state = 'archived') = (archived_at IS NOT NULL) AND (archived_at IS NULL) = (archived_by IS NULL)`,
)
export class WordingEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'wording_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  kind!: WordingKind;

  /** A mail's template, or the announcement. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  locale!: Locale;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  state!: WordingState;

  @Column({ type: 'jsonb' })
  fields!: WordFieldValues;

  /** Grows with every change of this row. */
  @Column({ type: 'integer' })
  revision!: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ name: 'changed_by', type: 'uuid' })
  changedBy!: Uuid;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ name: 'published_by', type: 'uuid', nullable: true })
  publishedBy!: Uuid | null;

  @Column({ name: 'archived_at', type: 'timestamptz', nullable: true })
  archivedAt!: Date | null;

  @Column({ name: 'archived_by', type: 'uuid', nullable: true })
  archivedBy!: Uuid | null;
}
