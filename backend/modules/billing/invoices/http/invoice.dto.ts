import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  invoiceDocumentStates,
  invoiceStates,
  invoiceTypes,
  type AdminInvoiceList,
  type AdminInvoiceRow,
  type InvoiceAction,
  type InvoiceDetail,
  type InvoiceDocumentState,
  type InvoiceLineView,
  type InvoiceLinkView,
  type InvoiceList,
  type InvoiceRow,
  type InvoiceState,
  type InvoiceStats,
  type InvoiceType,
  type InvoiceVatView,
} from '@calmness/contracts';
import { PageQuery } from '@calmness/platform/http';

const invoiceActions: InvoiceAction[] = ['download_pdf', 'download_xml', 'credit', 'correct', 'settle'];

export class InvoiceLinkDto implements InvoiceLinkView {
  @ApiProperty({ enum: ['credits', 'corrects', 'deducts'] }) role!: InvoiceLinkView['role'];
  @ApiProperty({ format: 'uuid' }) invoice_id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) issue_date!: string;
  @ApiProperty() amount_cents!: number;
}
export class InvoiceRowDto implements InvoiceRow {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) issue_date!: string;
  @ApiProperty() label!: string;
  @ApiProperty() net_cents!: number;
  @ApiProperty() vat_cents!: number;
  @ApiProperty() total_cents!: number;
  @ApiProperty({ enum: ['EUR'] }) currency!: 'EUR';
  @ApiProperty() paid_cents!: number;
  @ApiProperty({ enum: invoiceDocumentStates }) document_state!: InvoiceDocumentState;
  @ApiProperty() is_demo!: boolean;
  @ApiProperty({ enum: invoiceTypes, description: 'UNTDID 1001' }) type!: InvoiceType;
  @ApiProperty({ enum: invoiceStates }) state!: InvoiceState;
  @ApiProperty({ format: 'date' }) due_date!: string;
  @ApiProperty() owed_cents!: number;
  @ApiProperty({ type: [InvoiceLinkDto] }) amends!: InvoiceLinkDto[];
  @ApiProperty({ enum: invoiceActions, isArray: true }) available_actions!: InvoiceAction[];
}
export class AdminInvoiceRowDto extends InvoiceRowDto implements AdminInvoiceRow {
  @ApiProperty({ format: 'uuid' }) member_id!: string;
  @ApiProperty() member_name!: string;
}
export class AdminInvoiceListDto implements AdminInvoiceList {
  @ApiProperty({ type: [AdminInvoiceRowDto] }) invoices!: AdminInvoiceRowDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
export class InvoiceStatsDto implements InvoiceStats {
  @ApiProperty() count!: number;
  @ApiProperty({ description: 'what was corrected or deducted counts once' }) invoiced_cents!: number;
  @ApiProperty() credited_cents!: number;
}
export class InvoiceListDto implements InvoiceList {
  @ApiProperty({ type: [InvoiceRowDto] }) invoices!: InvoiceRowDto[];
  @ApiProperty({ type: InvoiceStatsDto }) stats!: InvoiceStatsDto;
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
export class InvoiceLineDto implements InvoiceLineView {
  @ApiProperty() position!: number;
  @ApiProperty() label!: string;
  @ApiProperty() quantity!: string;
  @ApiProperty() unit_net_cents!: number;
  @ApiProperty() net_cents!: number;
  @ApiProperty({ type: Number, nullable: true }) vat_rate_bp!: number | null;
}
export class InvoiceVatDto implements InvoiceVatView {
  @ApiProperty({ type: Number, nullable: true }) rate_bp!: number | null;
  @ApiProperty() base_cents!: number;
  @ApiProperty() vat_cents!: number;
}
export class InvoiceDetailDto extends InvoiceRowDto implements InvoiceDetail {
  @ApiProperty({ format: 'date-time' }) issued_at!: string;
  @ApiProperty({ format: 'uuid' }) member_id!: string;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true }) purchase_order!: string | null;
  @ApiProperty({ type: [InvoiceLinkDto] }) amended_by!: InvoiceLinkDto[];
  @ApiProperty() seller_name!: string;
  @ApiProperty() buyer_name!: string;
  @ApiProperty({ type: [InvoiceLineDto] }) lines!: InvoiceLineDto[];
  @ApiProperty({ type: [InvoiceVatDto] }) vat!: InvoiceVatDto[];
  @ApiProperty({ type: [String] }) mentions!: string[];
  @ApiProperty({ type: String, nullable: true, description: 'signed for this reader, five minutes' })
  pdf_url!: string | null;
}
export class ChainVerdictDto {
  @ApiProperty() valid!: boolean;
  @ApiProperty() checked!: number;
  @ApiProperty({ type: String, nullable: true }) first_broken_number!: string | null;
}

export class AdminInvoicesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: invoiceTypes }) @IsOptional() @IsIn(invoiceTypes) type?: InvoiceType;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() member_id?: string;
}
