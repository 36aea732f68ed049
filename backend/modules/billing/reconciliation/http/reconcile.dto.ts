import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBase64,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  errorCodes,
  matchCategories,
  matchReasons,
  reconciliationStates,
  statementDateFormats,
  statementDelimiters,
  statementEncodings,
  type BankMappingList,
  type BankMappingView,
  type BankMappingWrite,
  type ErrorCode,
  type MatchCategory,
  type MatchReason,
  type ReconcileBatchRequest,
  type ReconciliationBatchView,
  type ReconciliationState,
  type StatementColumns,
  type StatementDateFormat,
  type StatementDelimiter,
  type StatementEncoding,
  type StatementImportRequest,
  type StatementImportResult,
  type StatementLineList,
  type StatementLineView,
} from '@calmness/contracts';

const columnName = 80;

export class StatementColumnsDto implements StatementColumns {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(columnName) date!: string;
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(columnName, { each: true })
  label!: string[];
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(columnName)
  amount: string | null = null;
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(columnName)
  debit: string | null = null;
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(columnName)
  credit: string | null = null;
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(columnName)
  reference: string | null = null;
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(columnName)
  payer: string | null = null;
}
export class BankMappingWriteDto implements BankMappingWrite {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(80) name!: string;
  @ApiProperty({ enum: statementDelimiters }) @IsIn(statementDelimiters) delimiter!: StatementDelimiter;
  @ApiProperty({ enum: statementEncodings }) @IsIn(statementEncodings) encoding!: StatementEncoding;
  @ApiProperty() @IsBoolean() decimal_comma!: boolean;
  @ApiProperty({ enum: statementDateFormats }) @IsIn(statementDateFormats) date_format!: StatementDateFormat;
  @ApiProperty() @IsInt() @Min(0) @Max(50) skip_rows!: number;
  @ApiProperty({ type: StatementColumnsDto })
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => StatementColumnsDto)
  columns!: StatementColumnsDto;
}
export class BankMappingChangeDto extends BankMappingWriteDto {
  @ApiProperty() @IsInt() @Min(1) version!: number;
}
export class BankMappingDto extends BankMappingChangeDto implements BankMappingView {
  @ApiProperty({ format: 'uuid' }) id!: string;
}
export class BankMappingListDto implements BankMappingList {
  @ApiProperty({ type: [BankMappingDto] }) mappings!: BankMappingDto[];
}
export class StatementImportDto implements StatementImportRequest {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(60) account!: string;
  @ApiProperty({ enum: ['csv', 'camt053'] }) @IsIn(['csv', 'camt053']) source!: 'csv' | 'camt053';
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() mapping_id?: string;
  @ApiProperty() @IsBase64() content_base64!: string;
  @ApiProperty() @IsBoolean() pasted!: boolean;
}
export class StatementImportedDto implements StatementImportResult {
  @ApiProperty() read!: number;
  @ApiProperty() added!: number;
}
export class LinePaymentDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() reference!: string;
  @ApiProperty() member_name!: string;
  @ApiProperty() due_cents!: number;
}
export class StatementLineDto implements StatementLineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() account!: string;
  @ApiProperty({ format: 'date' }) booked_on!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: String, nullable: true }) payer!: string | null;
  @ApiProperty() amount_cents!: number;
  @ApiProperty({ type: String, nullable: true }) bank_reference!: string | null;
  @ApiProperty({ enum: matchCategories }) category!: MatchCategory;
  @ApiProperty({ enum: matchReasons, isArray: true }) reasons!: MatchReason[];
  @ApiProperty({ type: LinePaymentDto, nullable: true }) payment!: LinePaymentDto | null;
}
export class MatchCountsDto implements Record<MatchCategory, number> {
  @ApiProperty() sure!: number;
  @ApiProperty() likely!: number;
  @ApiProperty() none!: number;
}
export class StatementLineListDto implements StatementLineList {
  @ApiProperty({ type: [StatementLineDto] }) lines!: StatementLineDto[];
  @ApiProperty({ type: MatchCountsDto }) counts!: MatchCountsDto;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) running_batch_id!: string | null;
}
export class ChosenRowDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() line_id!: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() payment_id!: string;
}
export class ReconcileBatchDto implements ReconcileBatchRequest {
  @ApiProperty({ type: [ChosenRowDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique(({ line_id }: ChosenRowDto) => line_id)
  @ValidateNested({ each: true })
  @Type(() => ChosenRowDto)
  rows!: ChosenRowDto[];
}
export class BatchRowDto {
  @ApiProperty({ format: 'uuid' }) line_id!: string;
  @ApiProperty({ format: 'uuid' }) payment_id!: string;
  @ApiProperty() reference!: string;
  @ApiProperty({ enum: reconciliationStates }) state!: ReconciliationState;
  @ApiProperty({ enum: errorCodes, nullable: true }) error!: ErrorCode | null;
}
export class ReconciliationBatchDto implements ReconciliationBatchView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() total!: number;
  @ApiProperty() done!: number;
  @ApiProperty() failed!: number;
  @ApiProperty() finished!: boolean;
  @ApiProperty({ type: [BatchRowDto] }) rows!: BatchRowDto[];
}
