import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import {
  differenceChoices,
  type AdminPaymentList,
  type AdminPaymentRow,
  type DifferenceChoice,
  type PaymentPreview,
  type RejectPaymentRequest,
  type ValidatePaymentRequest,
  type ValidatePaymentResponse,
} from '@calmness/contracts';
import { InvoiceLineDto, InvoiceVatDto } from '../../invoices/http/invoice.dto';
import { IsCalendarDay } from '../../http/calendar-day';
import { PaymentRowDto } from './member-payments.dto';
import { PaymentMoneyDto, ReceivedCurrencyDto } from './money.dto';

/** Ten million euros: more is a slip of the finger. */
const largestAmount = 1_000_000_000;

export class AdminPaymentRowDto extends PaymentRowDto implements AdminPaymentRow {
  @ApiProperty({ format: 'uuid' }) member_id!: string;
  @ApiProperty() member_name!: string;
  @ApiProperty() member_email!: string;
  @ApiProperty() plan_code!: string;
}
export class PaymentCountsDto {
  @ApiProperty() pending!: number;
  @ApiProperty() partial!: number;
  @ApiProperty() validated!: number;
  @ApiProperty() rejected!: number;
}
export class AdminPaymentListDto implements AdminPaymentList {
  @ApiProperty({ type: [AdminPaymentRowDto] }) payments!: AdminPaymentRowDto[];
  @ApiProperty({ type: PaymentCountsDto }) counts!: PaymentCountsDto;
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

export class BlockerDto {
  @ApiProperty() code!: string;
  @ApiProperty() detail!: string;
}
const effects: PaymentPreview['effects'] = [
  'subscription_activated',
  'subscription_extended',
  'invoice_issued',
  'pdf_rendered',
  'in_app_sent',
  'email_sent',
];
export class PaymentPreviewDto implements PaymentPreview {
  @ApiProperty({ type: AdminPaymentRowDto }) payment!: AdminPaymentRowDto;
  @ApiProperty({ format: 'date' }) starts_on!: string;
  @ApiProperty({ format: 'date', description: 'exclusive' }) ends_on!: string;
  @ApiProperty() extends_current!: boolean;
  @ApiProperty({ type: [InvoiceLineDto] }) lines!: InvoiceLineDto[];
  @ApiProperty({ type: [InvoiceVatDto] }) vat!: InvoiceVatDto[];
  @ApiProperty() net_cents!: number;
  @ApiProperty() vat_cents!: number;
  @ApiProperty() total_cents!: number;
  @ApiProperty({ type: [String] }) mentions!: string[];
  @ApiProperty() buyer_name!: string;
  @ApiProperty() seller_name!: string;
  @ApiProperty() is_demo_issuer!: boolean;
  @ApiProperty({ type: [BlockerDto] }) blockers!: BlockerDto[];
  @ApiProperty({ enum: effects, isArray: true }) effects!: PaymentPreview['effects'];
  @ApiProperty({ type: PaymentMoneyDto }) money!: PaymentMoneyDto;
}

export class ValidatePaymentDto implements ValidatePaymentRequest {
  /** Absent and blank mean the same: the rule answers, with its own code. */
  @ApiProperty() @IsString() @MaxLength(200) transaction_number: string = '';
  @ApiProperty({ format: 'date' }) @IsCalendarDay() received_on!: string;
  @ApiPropertyOptional({ description: 'EUR cents; exactly what is due when left out' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(largestAmount)
  amount_cents?: number;
  @ApiPropertyOptional({ enum: differenceChoices })
  @IsOptional()
  @IsIn(differenceChoices)
  on_difference?: DifferenceChoice;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(500) override_reason?: string;
  @ApiPropertyOptional({ type: ReceivedCurrencyDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReceivedCurrencyDto)
  original?: ReceivedCurrencyDto;
}
export class ValidatedPaymentDto implements ValidatePaymentResponse {
  @ApiProperty({ format: 'uuid' }) payment_id!: string;
  @ApiProperty({ enum: ['validated', 'partial'] }) status!: 'validated' | 'partial';
  @ApiProperty() transaction_number!: string;
  @ApiProperty({ format: 'uuid' }) invoice_id!: string;
  @ApiProperty() invoice_number!: string;
  @ApiProperty({ description: 'still to come; no access before it is zero' }) due_cents!: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) subscription_id!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) starts_on!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'exclusive' })
  ends_on!: string | null;
}
export class RejectPaymentDto implements RejectPaymentRequest {
  @ApiProperty({ maxLength: 1_000 }) @IsString() @MaxLength(1_000) reason: string = '';
}
