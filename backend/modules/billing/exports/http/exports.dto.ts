import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  accountCodes,
  closingPeriods,
  type AccountCode,
  type AccountList,
  type AccountPatch,
  type AccountView,
  type ClosingList,
  type ClosingPeriod,
  type ClosingView,
  type EReport,
  type ReportedInvoice,
  type ReportedPayments,
  type ReportedSales,
  type TaxedAmount,
  type VatMonth,
  type VatReport,
} from '@calmness/contracts';
import { IsCalendarDay } from '../../http/calendar-day';
import { Trimmed } from '../../http/bilingual-text.dto';

export class DaysQuery {
  @ApiProperty({ format: 'date' }) @IsCalendarDay() from!: string;
  @ApiProperty({ format: 'date' }) @IsCalendarDay() to!: string;
}
export class YearQuery {
  @ApiProperty({ minimum: 2000, maximum: 2199 })
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2199)
  year!: number;
}
export class ClosingsQuery {
  @ApiPropertyOptional({ enum: closingPeriods, default: 'day' })
  @IsIn(closingPeriods)
  @IsOptional()
  period: ClosingPeriod = 'day';

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 100, default: 31 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  @IsOptional()
  limit: number = 31;

  @ApiPropertyOptional({ format: 'date' }) @IsCalendarDay() @IsOptional() cursor?: string;
}

export class TaxedAmountDto implements TaxedAmount {
  @ApiProperty() category!: string;
  @ApiProperty({ type: Number, nullable: true }) rate_bp!: number | null;
  @ApiProperty() net_cents!: number;
  @ApiProperty() vat_cents!: number;
}
export class ClosingDto implements ClosingView {
  @ApiProperty() seq!: number;
  @ApiProperty({ enum: closingPeriods }) period!: ClosingPeriod;
  @ApiProperty({ format: 'date' }) from_day!: string;
  @ApiProperty({ format: 'date' }) to_day!: string;
  @ApiProperty() invoice_count!: number;
  @ApiProperty() credit_count!: number;
  @ApiProperty({ type: [TaxedAmountDto] }) rates!: TaxedAmountDto[];
  @ApiProperty() net_cents!: number;
  @ApiProperty() vat_cents!: number;
  @ApiProperty() total_cents!: number;
  @ApiProperty() received_cents!: number;
  @ApiProperty() refunded_cents!: number;
  @ApiProperty() perpetual_cents!: number;
  @ApiProperty() perpetual_gross_cents!: number;
  @ApiProperty({ format: 'date-time' }) closed_at!: string;
  @ApiProperty() hash!: string;
}
export class ClosingListDto implements ClosingList {
  @ApiProperty({ type: [ClosingDto] }) closings!: ClosingDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

export class AccountDto implements AccountView {
  @ApiProperty({ enum: accountCodes }) code!: AccountCode;
  @ApiProperty() account!: string;
  @ApiProperty() label!: string;
  @ApiProperty() version!: number;
}
export class AccountListDto implements AccountList {
  @ApiProperty({ type: [AccountDto] }) accounts!: AccountDto[];
}
export class AccountPatchDto implements AccountPatch {
  @ApiProperty({ pattern: '^[0-9]{3}[0-9A-Z]{0,9}$' })
  @Trimmed()
  @Matches(/^[0-9]{3}[0-9A-Z]{0,9}$/)
  account!: string;
  @ApiProperty({ maxLength: 100 }) @Trimmed() @IsString() @IsNotEmpty() @MaxLength(100) label!: string;
  @ApiProperty({ minimum: 0 }) @IsInt() @Min(0) version!: number;
}

export class VatMonthDto implements VatMonth {
  @ApiProperty() month!: string;
  @ApiProperty({ type: [TaxedAmountDto] }) on_debits!: TaxedAmountDto[];
  @ApiProperty({ type: [TaxedAmountDto] }) on_cash!: TaxedAmountDto[];
}
export class VatReportDto implements VatReport {
  @ApiProperty() year!: number;
  @ApiProperty() vat_on_debits!: boolean;
  @ApiProperty({ type: [VatMonthDto] }) months!: VatMonthDto[];
}

const categories = ['TLB1', 'TPS1', 'TNT1'] as const;
export class ReportedSalesDto implements ReportedSales {
  @ApiProperty({ format: 'date' }) date!: string;
  @ApiProperty({ enum: categories }) category!: ReportedSales['category'];
  @ApiProperty() transactions!: number;
  @ApiProperty() net_cents!: number;
  @ApiProperty() vat_cents!: number;
  @ApiProperty({ type: [TaxedAmountDto] }) rates!: TaxedAmountDto[];
}
export class PaidRateDto {
  @ApiProperty({ type: Number, nullable: true }) rate_bp!: number | null;
  @ApiProperty() amount_cents!: number;
}
export class ReportedPaymentsDto implements ReportedPayments {
  @ApiProperty({ format: 'date' }) date!: string;
  @ApiProperty({ type: [PaidRateDto] }) rates!: PaidRateDto[];
}
export class ReportedInvoiceDto implements ReportedInvoice {
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) date!: string;
  @ApiProperty() type!: string;
  @ApiProperty() country!: string;
  @ApiProperty({ type: String, nullable: true }) vat_number!: string | null;
  @ApiProperty({ type: [TaxedAmountDto] }) rates!: TaxedAmountDto[];
}
export class EReportDto implements EReport {
  @ApiProperty() siren!: string;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) to!: string;
  @ApiProperty({ enum: ['EUR'] }) currency!: 'EUR';
  @ApiProperty() vat_on_debits!: boolean;
  @ApiProperty() vat_cents!: number;
  @ApiProperty({ type: [ReportedSalesDto] }) sales!: ReportedSalesDto[];
  @ApiProperty({ type: [ReportedPaymentsDto] }) payments!: ReportedPaymentsDto[];
  @ApiProperty({ type: [ReportedInvoiceDto] }) international!: ReportedInvoiceDto[];
}
