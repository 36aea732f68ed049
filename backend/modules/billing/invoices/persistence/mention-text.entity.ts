import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { MentionCode } from '../domain/mentions';

/** The words of a mention and the days the law knows them; `validTo` is exclusive. */
@Entity({ name: 'mention_text', schema: 'billing' })
@Check('mention_text_lang_known', `lang IN ('fr', 'en')`)
@Check('mention_text_ends_later', `valid_to > valid_from`)
export class MentionTextEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'mention_text_pkey' })
  code!: MentionCode;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'mention_text_pkey' })
  lang!: Locale;

  @PrimaryColumn({ name: 'valid_from', type: 'date', primaryKeyConstraintName: 'mention_text_pkey' })
  validFrom!: IsoDate;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: IsoDate | null;

  @Column({ type: 'text' })
  text!: string;

  /** Article that asks for it. */
  @Column({ name: 'legal_ref', type: 'text' })
  legalRef!: string;
}
