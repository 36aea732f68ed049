import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import {
  paymentMethodCodes,
  refundStates,
  type PaymentMethodCode,
  type RefundableView,
  type RefundedLine,
  type RefundList,
  type RefundRequest,
  type RefundSettings,
  type RefundState,
  type RefundView,
} from '@calmness/contracts';
import { PageQuery } from '@calmness/platform/http';
import { IsCalendarDay } from '../../http/calendar-day';

export class RefundedLineDto implements RefundedLine {
  @ApiProperty() @IsInt() @Min(1) position!: number;
  @ApiProperty({ description: 'EUR cents in the invoice’s price mode' })
  @IsInt()
  @Min(1)
  amount_cents!: number;
}
export class RefundMoneyDto {
  @ApiProperty({ enum: paymentMethodCodes }) @IsIn(paymentMethodCodes) method!: PaymentMethodCode;
  @ApiProperty() @IsString() @MaxLength(200) transaction_number: string = '';
  @ApiProperty({ format: 'date' }) @IsCalendarDay() refunded_on!: string;
}
export class RefundRequestDto implements RefundRequest {
  @ApiPropertyOptional({ type: [RefundedLineDto], description: 'all that is left when left out' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RefundedLineDto)
  lines?: RefundedLineDto[];
  @ApiProperty() @IsString() @MinLength(3) @MaxLength(500) reason!: string;
  @ApiProperty({ type: RefundMoneyDto })
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => RefundMoneyDto)
  refund!: RefundMoneyDto;
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    description: 'exclusive; null: stays',
  })
  @IsOptional()
  @IsCalendarDay()
  access_ends_on?: string | null;
}
export class DeclineRefundDto {
  @ApiProperty() @IsString() @MinLength(3) @MaxLength(500) reason!: string;
}
export class RefundsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: refundStates }) @IsOptional() @IsIn(refundStates) state?: RefundState;
}
export class RefundDto implements RefundView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) payment_id!: string;
  @ApiProperty() reference!: string;
  @ApiProperty() member_name!: string;
  @ApiProperty({ enum: refundStates }) state!: RefundState;
  @ApiProperty({ type: Number, nullable: true }) amount_cents!: number | null;
  @ApiProperty() reason!: string;
  @ApiProperty({ enum: paymentMethodCodes }) method!: PaymentMethodCode;
  @ApiProperty() transaction_number!: string;
  @ApiProperty({ format: 'date' }) refunded_on!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) access_ends_on!: string | null;
  @ApiProperty({ format: 'date-time' }) requested_at!: string;
  @ApiProperty() requested_by_name!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decided_at!: string | null;
  @ApiProperty({ type: String, nullable: true }) decline_reason!: string | null;
  @ApiProperty({ type: [String] }) credit_note_ids!: string[];
  @ApiProperty({ enum: ['approve', 'decline'], isArray: true })
  available_actions!: ('approve' | 'decline')[];
}
export class RefundListDto implements RefundList {
  @ApiProperty({ type: [RefundDto] }) refunds!: RefundDto[];
  @ApiProperty() waiting!: number;
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
export class RefundableLineDto {
  @ApiProperty() position!: number;
  @ApiProperty() label!: string;
  @ApiProperty() left_cents!: number;
}
export class RefundableDto implements RefundableView {
  @ApiProperty({ type: [RefundableLineDto] }) lines!: RefundableLineDto[];
  @ApiProperty({ enum: ['TTC', 'HT'] }) price_mode!: 'TTC' | 'HT';
  @ApiProperty({ type: [RefundDto] }) refunds!: RefundDto[];
  @ApiProperty({ type: String, format: 'date', nullable: true }) access_ends_on!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) subscription_ends_on!: string | null;
  @ApiProperty() four_eyes!: boolean;
}
export class RefundSettingsDto implements RefundSettings {
  @ApiProperty() @IsBoolean() four_eyes!: boolean;
  @ApiProperty() @IsInt() @Min(1) version!: number;
}
