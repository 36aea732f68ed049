import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import {
  paymentMethodCodes,
  receiptSources,
  surplusChoices,
  surplusStates,
  type PaymentMethodCode,
  type PaymentMoneyView,
  type PaymentProofView,
  type ReceiptSource,
  type ReceiptView,
  type ReceivedCurrency,
  type ReturnSurplusRequest,
  type SurplusChoice,
  type SurplusState,
  type SurplusView,
} from '@calmness/contracts';
import { IsCalendarDay } from '../../http/calendar-day';

const decimal = /^(?!0+(?:\.0+)?$)\d{1,14}(?:\.\d{1,8})?$/;

export class ReceivedCurrencyDto implements ReceivedCurrency {
  /** EUR is no other currency. */
  @ApiProperty({ example: 'USD' }) @Matches(/^(?!EUR$)[A-Z]{3,5}$/) currency!: string;
  @ApiProperty({ example: '54.10' }) @Matches(decimal) amount!: string;
  @ApiProperty({ example: '1.1041' }) @Matches(decimal) rate!: string;
}
export class ReceiptDto implements ReceiptView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: paymentMethodCodes }) method!: PaymentMethodCode;
  @ApiProperty() transaction_number!: string;
  @ApiProperty() amount_cents!: number;
  @ApiProperty() surplus_cents!: number;
  @ApiProperty({ format: 'date' }) received_on!: string;
  @ApiProperty({ type: ReceivedCurrencyDto, nullable: true }) original!: ReceivedCurrencyDto | null;
  @ApiProperty({ enum: receiptSources }) source!: ReceiptSource;
  @ApiProperty({ type: String, nullable: true }) override_reason!: string | null;
  @ApiProperty({ format: 'uuid' }) invoice_id!: string;
}
export class SurplusDto implements SurplusView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() amount_cents!: number;
  @ApiProperty({ enum: surplusChoices }) choice!: SurplusChoice;
  @ApiProperty({ enum: surplusStates }) state!: SurplusState;
  @ApiProperty({ type: String, format: 'date', nullable: true }) returned_on!: string | null;
}
export class PaymentProofDto implements PaymentProofView {
  @ApiProperty() url!: string;
  @ApiProperty() media_type!: string;
  @ApiProperty() byte_size!: number;
  @ApiProperty({ format: 'date-time' }) sent_at!: string;
}
export class PaymentMoneyDto implements PaymentMoneyView {
  @ApiProperty() received_cents!: number;
  @ApiProperty() due_cents!: number;
  @ApiProperty({ type: [ReceiptDto] }) receipts!: ReceiptDto[];
  @ApiProperty({ type: [SurplusDto] }) surpluses!: SurplusDto[];
  @ApiProperty({ type: PaymentProofDto, nullable: true }) proof!: PaymentProofDto | null;
}
export class ReturnSurplusDto implements ReturnSurplusRequest {
  /** Absent and blank mean the same: the rule answers, with its own code. */
  @ApiProperty() @IsString() @MaxLength(200) transaction_number: string = '';
  @ApiProperty({ format: 'date' }) @IsCalendarDay() returned_on!: string;
}
