import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { AuditEntryList, AuditEntryView } from '@calmness/contracts';
import { PageQuery } from '@calmness/platform/http';

export class AuditQuery extends PageQuery {
  @ApiPropertyOptional() @IsString() @MaxLength(80) @IsOptional() object_type?: string;
  @ApiPropertyOptional() @IsString() @MaxLength(80) @IsOptional() object_id?: string;
  @ApiPropertyOptional() @IsUUID() @IsOptional() actor_id?: string;
}

export class AuditEntryDto implements AuditEntryView {
  @ApiProperty() id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty() actor_id!: string;
  @ApiProperty() action!: string;
  @ApiProperty() object_type!: string;
  @ApiProperty() object_id!: string;
  @ApiProperty({ type: Object, nullable: true }) before!: Record<string, unknown> | null;
  @ApiProperty({ type: Object, nullable: true }) after!: Record<string, unknown> | null;
  @ApiProperty() correlation_id!: string;
}

export class AuditEntryListDto implements AuditEntryList {
  @ApiProperty({ type: [AuditEntryDto] }) entries!: AuditEntryDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
