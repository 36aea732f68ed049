import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import {
  accessReasons,
  bulkActions,
  errorCodes,
  importOutcomes,
  roles,
  type AccessReason,
  type BulkAction,
  type BulkRequest,
  type BulkResult,
  type ErrorCode,
  type FileOpening,
  type ImportOutcome,
  type ImportReport,
  type ImportRequest,
  type LockRequest,
  type RemovalRequest,
  type Role,
  type RolesWrite,
  type ViewAsGrant,
} from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { Trimmed } from '../../http/text-input';

const reasonMaxLength = 300;
const bulkMax = 200;
const fileMaxLength = 900_000;

export class RolesDto implements RolesWrite {
  @ApiProperty({ enum: roles, isArray: true })
  @IsArray()
  @ArrayMaxSize(roles.length)
  @IsIn(roles, { each: true })
  roles!: Role[];

  @ApiProperty({ description: 'the version that was read' }) @IsInt() @Min(1) version!: number;
}

export class ReasonDto implements LockRequest, RemovalRequest {
  @ApiProperty({ maxLength: reasonMaxLength })
  @Trimmed()
  @IsString()
  @MinLength(3)
  @MaxLength(reasonMaxLength)
  reason!: string;
}

export class FileOpeningDto implements FileOpening {
  @ApiProperty({ enum: accessReasons }) @IsIn(accessReasons) reason!: AccessReason;

  @ApiPropertyOptional({ maxLength: 200, description: 'the member reads it' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  detail?: string;
}

export class BulkDto implements BulkRequest {
  @ApiProperty({ enum: bulkActions }) @IsIn(bulkActions) action!: BulkAction;

  @ApiProperty({ type: [String], format: 'uuid', maxItems: bulkMax })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(bulkMax)
  @IsUUID(undefined, { each: true })
  member_ids!: Uuid[];

  @ApiPropertyOptional({ format: 'uuid', description: 'of `label` and `unlabel`' })
  @IsOptional()
  @IsUUID()
  label_id?: Uuid;

  @ApiPropertyOptional({ maxLength: reasonMaxLength, description: 'of `lock`' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MinLength(3)
  @MaxLength(reasonMaxLength)
  reason?: string;
}

class BulkLineDto {
  @ApiProperty({ format: 'uuid' }) member_id!: string;
  @ApiProperty() done!: boolean;
  @ApiProperty({ enum: errorCodes, nullable: true }) code!: ErrorCode | null;
}

export class BulkResultDto implements BulkResult {
  @ApiProperty({ type: [BulkLineDto] }) results!: BulkLineDto[];
}

export class ImportDto implements ImportRequest {
  @ApiProperty({ description: 'the file as text: email, first_name, last_name, locale, phone' })
  @IsString()
  @MinLength(1)
  @MaxLength(fileMaxLength)
  csv!: string;

  @ApiProperty({ description: 'only say what would happen' }) @IsBoolean() dry_run!: boolean;
}

class ImportLineDto {
  @ApiProperty() line!: number;
  @ApiProperty() email!: string;
  @ApiProperty({ enum: importOutcomes }) outcome!: ImportOutcome;
  @ApiProperty({ type: [String], description: 'columns that are wrong' }) fields!: string[];
}

class ImportCountsDto implements Record<ImportOutcome, number> {
  @ApiProperty() new!: number;
  @ApiProperty() exists!: number;
  @ApiProperty() repeated!: number;
  @ApiProperty() invalid!: number;
}

export class ImportReportDto implements ImportReport {
  @ApiProperty() dry_run!: boolean;
  @ApiProperty({ type: [ImportLineDto] }) rows!: ImportLineDto[];
  @ApiProperty({ type: ImportCountsDto }) counts!: ImportCountsDto;
}

export class ViewAsGrantDto implements ViewAsGrant {
  @ApiProperty() access_token!: string;
  @ApiProperty({ description: 'seconds' }) expires_in!: number;
}
