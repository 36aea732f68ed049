import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { LegalDocumentCode, Locale } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** One version of a legal text in one language; append-only by trigger. */
@Entity({ name: 'legal_text', schema: 'accounts' })
@Unique('legal_text_once', ['code', 'version', 'locale'])
@Check(
  'legal_text_code_known',
  `code IN ('mentions', 'cgv', 'cgu', 'privacy', 'cookies', 'accessibility', 'mediation')`,
)
@Check('legal_text_version_positive', `version > 0`)
@Check('legal_text_locale_known', `locale IN ('fr', 'en')`)
export class LegalTextEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'legal_text_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  code!: LegalDocumentCode;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  locale!: Locale;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt!: Date;
}
