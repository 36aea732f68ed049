import { ApiProperty } from '@nestjs/swagger';
import {
  invoiceActions,
  invoiceDocumentStates,
  type InvoiceAction,
  type InvoiceDetail,
  type InvoiceDocumentState,
  type InvoiceLineView,
  type InvoiceList,
  type InvoiceRow,
  type InvoiceVatView,
} from '@calmness/contracts';

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
  @ApiProperty({ enum: invoiceActions, isArray: true }) available_actions!: InvoiceAction[];
}
export class InvoiceListDto implements InvoiceList {
  @ApiProperty({ type: [InvoiceRowDto] }) invoices!: InvoiceRowDto[];
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
  @ApiProperty({ format: 'date' }) due_date!: string;
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
