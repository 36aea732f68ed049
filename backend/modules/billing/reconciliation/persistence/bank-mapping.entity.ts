import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { StatementColumns, StatementDateFormat, StatementEncoding } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** How one bank writes its statements, as an admin found out. */
@Entity({ name: 'bank_mapping', schema: 'billing' })
@Unique('bank_mapping_name_once', ['name'])
@Check('bank_mapping_encoding_known', `encoding IN ('utf-8', 'iso-8859-1', 'windows-1252')`)
@Check('bank_mapping_skip_sane', `skip_rows BETWEEN 0 AND 50`)
export class BankMappingEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'bank_mapping_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  delimiter!: string;

  @Column({ type: 'text' })
  encoding!: StatementEncoding;

  @Column({ name: 'decimal_comma', type: 'boolean' })
  decimalComma!: boolean;

  @Column({ name: 'date_format', type: 'text' })
  dateFormat!: StatementDateFormat;

  @Column({ name: 'skip_rows', type: 'integer' })
  skipRows!: number;

  @Column({ type: 'jsonb' })
  columns!: StatementColumns;

  @Column({ type: 'integer' })
  version!: number;
}
