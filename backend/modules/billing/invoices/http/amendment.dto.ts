import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  paymentMethodCodes,
  priceModes,
  type CreditableView,
  type CreditNoteRequest,
  type PaymentMethodCode,
  type PriceMode,
  type SettleInvoiceRequest,
} from '@calmness/contracts';
import { Trimmed } from '../../http/bilingual-text.dto';
import { IsCalendarDay } from '../../http/calendar-day';

const highestCents = 100_000_000;

export class CreditedLineDto {
  @ApiProperty() @IsInt() @Min(1) position!: number;
  @ApiProperty({ description: 'in the price mode of the invoice' })
  @IsInt()
  @Min(1)
  @Max(highestCents)
  amount_cents!: number;
}
export class CreditNoteDto implements CreditNoteRequest {
  @ApiProperty({ type: [CreditedLineDto], nullable: true, description: 'null credits all that is left' })
  @ValidateIf((_object, value) => value !== null)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CreditedLineDto)
  lines!: CreditedLineDto[] | null;

  @ApiProperty() @Trimmed() @IsString() @IsNotEmpty() @MaxLength(500) reason!: string;
}
export class CreditableLineDto {
  @ApiProperty() position!: number;
  @ApiProperty() label!: string;
  @ApiProperty() amount_cents!: number;
  @ApiProperty() left_cents!: number;
}
export class CreditableDto implements CreditableView {
  @ApiProperty({ enum: priceModes }) price_mode!: PriceMode;
  @ApiProperty({ type: [CreditableLineDto] }) lines!: CreditableLineDto[];
}
export class SettleInvoiceDto implements SettleInvoiceRequest {
  @ApiProperty({ enum: paymentMethodCodes }) @IsIn(paymentMethodCodes) method!: PaymentMethodCode;
  @ApiProperty() @IsString() @MaxLength(200) transaction_number!: string;
  @ApiProperty() @IsInt() @Min(1) @Max(highestCents) amount_cents!: number;
  @ApiProperty({ format: 'date' }) @IsCalendarDay() received_on!: string;
}
