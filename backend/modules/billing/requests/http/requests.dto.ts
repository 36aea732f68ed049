import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  cancelReasons,
  contractRequestKinds,
  contractRequestStatuses,
  type CancellationConfirmed,
  type CancellationRequest,
  type CancelReason,
  type ConfirmCancellationRequest,
  type ContractRequestKind,
  type ContractRequestList,
  type ContractRequestReceipt,
  type ContractRequestRow,
  type ContractRequestStatus,
  type HandleContractRequest,
  type WithdrawalRequest,
} from '@calmness/contracts';
import { PageQuery } from '@calmness/platform/http';
import { BilingualTextDto } from '../../http/bilingual-text.dto';
import { IsCalendarDay } from '../../http/calendar-day';

const locales = ['fr', 'en'] as const;

class AskerDto {
  @ApiProperty({ maxLength: 120 }) @IsString() @IsNotEmpty() @MaxLength(120) name!: string;
  @ApiProperty({ format: 'email' }) @IsEmail() @MaxLength(254) email!: string;
  @ApiPropertyOptional({ maxLength: 2_000 }) @IsOptional() @IsString() @MaxLength(2_000) comment?: string;
  @ApiPropertyOptional({ enum: locales }) @IsOptional() @IsIn(locales) locale?: 'fr' | 'en';
}
export class CancellationRequestDto extends AskerDto implements CancellationRequest {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) contract_reference?: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsCalendarDay() effective_on?: string;
  @ApiPropertyOptional({ enum: cancelReasons })
  @IsOptional()
  @IsIn(cancelReasons)
  reason_code?: CancelReason;
}
export class WithdrawalRequestDto extends AskerDto implements WithdrawalRequest {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(60) order_reference!: string;
}
export class ContractRequestReceiptDto implements ContractRequestReceipt {
  @ApiProperty() reference!: string;
  @ApiProperty({ format: 'date-time' }) received_at!: string;
}
export class ConfirmCancellationDto implements ConfirmCancellationRequest {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(200) token!: string;
}
export class CancellationConfirmedDto implements CancellationConfirmed {
  @ApiProperty({ type: BilingualTextDto }) plan_name!: BilingualTextDto;
  @ApiProperty({ format: 'date' }) last_day_included!: string;
}

export class ContractRequestsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: contractRequestKinds })
  @IsOptional()
  @IsIn(contractRequestKinds)
  kind?: ContractRequestKind;

  @ApiPropertyOptional({ enum: contractRequestStatuses })
  @IsOptional()
  @IsIn(contractRequestStatuses)
  status?: ContractRequestStatus;
}
export class ContractRequestRowDto implements ContractRequestRow {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: contractRequestKinds }) kind!: ContractRequestKind;
  @ApiProperty() reference!: string;
  @ApiProperty({ enum: contractRequestStatuses }) status!: ContractRequestStatus;
  @ApiProperty() name!: string;
  @ApiProperty() email!: string;
  @ApiProperty() contract_reference!: string;
  @ApiProperty() comment!: string;
  @ApiProperty({ enum: cancelReasons, nullable: true }) reason_code!: CancelReason | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effective_on!: string | null;
  @ApiProperty({ format: 'date-time' }) received_at!: string;
  @ApiProperty({ format: 'date' }) deadline_on!: string;
  @ApiProperty({ type: Boolean, nullable: true }) in_time!: boolean | null;
  @ApiProperty({ type: Number, nullable: true }) refund_cents!: number | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) member_id!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) subscription_id!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) payment_id!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) confirmed_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) handled_at!: string | null;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
}
export class ContractRequestListDto implements ContractRequestList {
  @ApiProperty({ type: [ContractRequestRowDto] }) requests!: ContractRequestRowDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
export class HandleRequestDto implements HandleContractRequest {
  @ApiProperty({ enum: ['done', 'refused'] }) @IsIn(['done', 'refused']) outcome!: 'done' | 'refused';
  @ApiProperty({ maxLength: 2_000 }) @IsString() @IsNotEmpty() @MaxLength(2_000) note!: string;
}
