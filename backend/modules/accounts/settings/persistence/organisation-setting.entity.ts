import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { OpeningHours } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** The academy's own settings: one row, made by the first save. */
@Entity({ name: 'organisation_setting', schema: 'accounts' })
@Check('organisation_setting_single', `id`)
@Check('organisation_setting_hours_list', `jsonb_typeof(opening_hours) = 'array'`)
@Check('organisation_setting_grace', `grace_hours BETWEEN 0 AND 72`)
@Check('organisation_setting_version_positive', `version > 0`)
export class OrganisationSettingEntity {
  @PrimaryColumn({ type: 'boolean', primaryKeyConstraintName: 'organisation_setting_pkey' })
  id!: true;

  @Column({ type: 'text' })
  timezone!: string;

  @Column({ name: 'contact_email', type: 'text', nullable: true })
  contactEmail!: string | null;

  @Column({ name: 'contact_phone', type: 'text', nullable: true })
  contactPhone!: string | null;

  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ name: 'opening_hours', type: 'jsonb' })
  openingHours!: OpeningHours[];

  @Column({ name: 'grace_hours', type: 'integer' })
  graceHours!: number;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy!: Uuid;
}
