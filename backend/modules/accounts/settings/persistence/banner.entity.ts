import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { BannerSeverity } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** What everybody is told at the top of every page. Taken down, the row keeps its version alone. */
@Entity({ name: 'banner', schema: 'accounts' })
@Check('banner_single', `id`)
@Check('banner_severity_known', `severity IN ('info', 'warning', 'maintenance')`)
@Check(
  'banner_whole',
  `num_nulls(text_fr, text_en, severity, from_at) IN (0, 4) AND (from_at IS NOT NULL OR until_at IS NULL)`,
)
@Check('banner_ends_later', `until_at > from_at`)
@Check('banner_version_positive', `version > 0`)
export class BannerEntity {
  @PrimaryColumn({ type: 'boolean', primaryKeyConstraintName: 'banner_pkey' })
  id!: true;

  @Column({ name: 'text_fr', type: 'text', nullable: true })
  textFr!: string | null;

  @Column({ name: 'text_en', type: 'text', nullable: true })
  textEn!: string | null;

  @Column({ type: 'text', nullable: true })
  severity!: BannerSeverity | null;

  @Column({ name: 'from_at', type: 'timestamptz', nullable: true })
  fromAt!: Date | null;

  @Column({ name: 'until_at', type: 'timestamptz', nullable: true })
  untilAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy!: Uuid;
}
