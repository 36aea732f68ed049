import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  buyerKinds,
  paymentMethodCodes,
  paymentStatuses,
  type BuyerKind,
  type DeclarePaymentRequest,
  type OrderBuyerView,
  type OrderSummaryView,
  type PaymentDetail,
  type PaymentList,
  type PaymentMethodCode,
  type PaymentRow,
  type PaymentStats,
  type PaymentStatus,
} from '@calmness/contracts';
import { PageQuery } from '@calmness/platform/http';
import { BilingualTextDto } from '../../http/bilingual-text.dto';
import { InvoiceLineDto, InvoiceVatDto } from '../../invoices/http/invoice.dto';
import { PaymentCoordinateDto } from '../../offers/http/payment-method.dto';
import { PaymentMoneyDto } from './money.dto';

export class OrderSummaryQuery {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(40) plan_code!: string;
}
export class OrderBuyerDto implements OrderBuyerView {
  @ApiProperty({ enum: buyerKinds }) kind!: BuyerKind;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String], description: 'as printed, the country left out' }) address!: string[];
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) country!: string;
  @ApiProperty({ type: String, nullable: true }) siren!: string | null;
  @ApiProperty({ type: String, nullable: true }) vat_number!: string | null;
}
export class OrderSummaryDto implements OrderSummaryView {
  @ApiProperty() plan_code!: string;
  @ApiProperty({ type: BilingualTextDto }) label!: BilingualTextDto;
  @ApiProperty() seller_name!: string;
  @ApiProperty({ type: [String] }) seller_address!: string[];
  @ApiProperty({ type: BilingualTextDto }) place_of_supply!: BilingualTextDto;
  @ApiProperty({ type: OrderBuyerDto }) buyer!: OrderBuyerDto;
  @ApiProperty({ type: [InvoiceLineDto] }) lines!: InvoiceLineDto[];
  @ApiProperty({ type: [InvoiceVatDto], description: 'one row a rate' }) vat!: InvoiceVatDto[];
  @ApiProperty() net_cents!: number;
  @ApiProperty() vat_cents!: number;
  @ApiProperty() total_cents!: number;
  @ApiProperty({ enum: ['EUR'] }) currency!: 'EUR';
  @ApiProperty({ type: Number, nullable: true, description: 'basis points' }) vat_rate_bp!: number | null;
  @ApiProperty({ type: BilingualTextDto, nullable: true }) vat_note!: BilingualTextDto | null;
  @ApiProperty({ format: 'date' }) starts_on!: string;
  @ApiProperty({ format: 'date', description: 'exclusive' }) ends_on!: string;
  @ApiProperty() extends_current!: boolean;
  @ApiProperty() cgv_version!: string;
}

export class DeclarePaymentDto implements DeclarePaymentRequest {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(40) plan_code!: string;
  @ApiProperty({ enum: paymentMethodCodes }) @IsIn(paymentMethodCodes) method!: PaymentMethodCode;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(200) transaction_number?: string;
}

export class PaymentsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: paymentStatuses })
  @IsOptional()
  @IsIn(paymentStatuses)
  status?: PaymentStatus;
}

export class PaymentRowDto implements PaymentRow {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() reference!: string;
  @ApiProperty({ type: BilingualTextDto }) label!: BilingualTextDto;
  @ApiProperty({ enum: paymentMethodCodes }) method!: PaymentMethodCode;
  @ApiProperty({ enum: paymentStatuses }) status!: PaymentStatus;
  @ApiProperty() amount_cents!: number;
  @ApiProperty({ enum: ['EUR'] }) currency!: 'EUR';
  @ApiProperty({ format: 'date-time' }) declared_at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) validated_at!: string | null;
  @ApiProperty({ type: String, nullable: true }) transaction_number!: string | null;
  @ApiProperty({ type: String, nullable: true }) reject_reason!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) invoice_id!: string | null;
}
export class PaymentStatsDto implements PaymentStats {
  @ApiProperty() total_spent_cents!: number;
  @ApiProperty() this_month_cents!: number;
  @ApiProperty() completed!: number;
  @ApiProperty() pending!: number;
}
export class PaymentListDto implements PaymentList {
  @ApiProperty({ type: [PaymentRowDto] }) payments!: PaymentRowDto[];
  @ApiProperty({ type: PaymentStatsDto }) stats!: PaymentStatsDto;
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
export class PaymentDetailDto extends PaymentRowDto implements PaymentDetail {
  @ApiProperty() plan_code!: string;
  @ApiProperty({ type: BilingualTextDto }) method_name!: BilingualTextDto;
  @ApiProperty({ type: BilingualTextDto }) instructions!: BilingualTextDto;
  @ApiProperty({ type: [PaymentCoordinateDto] }) coordinates!: PaymentCoordinateDto[];
  @ApiProperty({ type: String, nullable: true }) epc_qr_svg!: string | null;
  @ApiProperty({ type: String, nullable: true }) epc_payload!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) starts_on!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) ends_on!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expires_at!: string | null;
  @ApiProperty({ enum: ['cancel', 'download_invoice', 'send_proof'], isArray: true })
  available_actions!: PaymentDetail['available_actions'];
  @ApiProperty({ type: PaymentMoneyDto }) money!: PaymentMoneyDto;
}
