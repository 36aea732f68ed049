import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import {
  dataExportStates,
  erasureBlockerCodes,
  erasureOrigins,
  keptDataCodes,
  type DataExportAnswer,
  type DataExportPart,
  type DataExportState,
  type DataExportView,
  type DeletionRequest,
  type DeletionView,
  type ErasureBlocker,
  type ErasureBlockerCode,
  type ErasureOrigin,
  type KeptDataCode,
  type ScheduledErasure,
} from '@calmness/contracts';
import { passwordMaxLength } from '../../access/http/registration.dto';

class DataExportPartDto implements DataExportPart {
  @ApiProperty({ description: 'the domain, e.g. `billing`' }) module!: string;
  @ApiProperty() rows_done!: number;
  @ApiProperty() rows_total!: number;
}

class DataExportDto implements DataExportView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: dataExportStates }) state!: DataExportState;
  @ApiProperty({ format: 'date-time' }) requested_at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) ready_at!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'the archive is deleted then',
  })
  expires_at!: string | null;
  @ApiProperty({ type: Number, nullable: true }) size_bytes!: number | null;
  @ApiProperty({ type: [DataExportPartDto] }) parts!: DataExportPartDto[];
  @ApiProperty({ type: String, nullable: true, description: 'signed, five minutes; null unless ready' })
  download_url!: string | null;
}

export class DataExportAnswerDto implements DataExportAnswer {
  @ApiProperty({
    type: DataExportDto,
    nullable: true,
    description: 'the newest, null when none was asked for',
  })
  export!: DataExportDto | null;
}

class ErasureBlockerDto implements ErasureBlocker {
  @ApiProperty({ enum: erasureBlockerCodes }) code!: ErasureBlockerCode;
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } }) params!: Record<string, string>;
  @ApiProperty({ description: 'path of the page where it is settled' }) url!: string;
  @ApiProperty({ description: 'the member may give it up himself' }) waivable!: boolean;
}

class ScheduledErasureDto implements ScheduledErasure {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) requested_at!: string;
  @ApiProperty({ format: 'date-time', description: 'it can be cancelled until then' }) execute_after!: string;
  @ApiProperty({ enum: erasureOrigins }) origin!: ErasureOrigin;
}

class KeptDataDto {
  @ApiProperty({ enum: keptDataCodes }) code!: KeptDataCode;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'years after the end of the year; null: without end',
  })
  years!: number | null;
}

export class DeletionDto implements DeletionView {
  @ApiProperty({ type: ScheduledErasureDto, nullable: true }) scheduled!: ScheduledErasureDto | null;
  @ApiProperty({ type: [ErasureBlockerDto] }) blockers!: ErasureBlockerDto[];
  @ApiProperty({ type: [KeptDataDto] }) kept!: KeptDataDto[];
  @ApiProperty({ description: 'days between the request and the erasure' }) grace_days!: number;
}

export class DeletionRequestDto implements DeletionRequest {
  @ApiProperty({ maxLength: passwordMaxLength })
  @IsString()
  @MinLength(1)
  @MaxLength(passwordMaxLength)
  password!: string;

  @ApiPropertyOptional({ default: false, description: 'gives up what the waivable blockers protect' })
  @IsOptional()
  @IsBoolean()
  give_up_access?: boolean;
}
