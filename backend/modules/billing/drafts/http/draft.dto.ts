import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  invoiceDraftTypes,
  priceModes,
  supplyKinds,
  type DraftLine,
  type InvoiceDraftChange,
  type InvoiceDraftList,
  type InvoiceDraftRow,
  type InvoiceDraftType,
  type InvoiceDraftView,
  type InvoiceDraftWrite,
  type InvoicePreview,
  type IssueDraftRequest,
  type PriceMode,
  type SupplyKind,
} from '@calmness/contracts';
import { IsCalendarDay } from '../../http/calendar-day';
import { Trimmed } from '../../http/bilingual-text.dto';
import { InvoiceLineDto, InvoiceVatDto } from '../../invoices/http/invoice.dto';

/** A million euros: above it somebody mistyped. */
const highestCents = 100_000_000;
const UnlessNull = (): PropertyDecorator => ValidateIf((_object, value) => value !== null);

export class DraftLineDto implements DraftLine {
  @ApiProperty() @Trimmed() @IsString() @IsNotEmpty() @MaxLength(200) label!: string;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @Trimmed()
  @IsString()
  @MaxLength(500)
  detail!: string | null;

  @ApiProperty({ description: 'up to three decimals, with a point' })
  @Matches(/^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,3})?$/)
  quantity!: string;

  @ApiProperty() @IsInt() @Min(0) @Max(highestCents) unit_price_cents!: number;
  @ApiProperty() @IsInt() @Min(0) @Max(highestCents) discount_cents!: number;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @Trimmed()
  @IsString()
  @MaxLength(120)
  discount_reason!: string | null;

  @ApiProperty({ enum: supplyKinds }) @IsIn(supplyKinds) supply_kind!: SupplyKind;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(40) vat_rate_code!: string;
  @ApiProperty() @IsBoolean() training_exempt!: boolean;
}

export class InvoiceDraftWriteDto implements InvoiceDraftWrite {
  @ApiProperty({ enum: invoiceDraftTypes }) @IsIn(invoiceDraftTypes) type!: InvoiceDraftType;
  @ApiProperty({ format: 'uuid' }) @IsUUID() member_id!: string;
  @ApiProperty({ enum: priceModes }) @IsIn(priceModes) price_mode!: PriceMode;

  @ApiProperty({ type: [DraftLineDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => DraftLineDto)
  lines!: DraftLineDto[];

  @ApiProperty({ format: 'date' }) @IsCalendarDay() supply_from!: string;
  @ApiProperty({ format: 'date', description: 'last day included' }) @IsCalendarDay() supply_to!: string;
  @ApiProperty({ format: 'date' }) @IsCalendarDay() due_date!: string;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @Trimmed()
  @IsString()
  @MaxLength(60)
  purchase_order!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @Trimmed()
  @IsString()
  @MaxLength(500)
  reason!: string | null;

  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMaxSize(12)
  @IsUUID(undefined, { each: true })
  preceding_ids!: string[];
}
export class InvoiceDraftChangeDto extends InvoiceDraftWriteDto implements InvoiceDraftChange {
  @ApiProperty({ description: 'the version that was read; another one answers 409' })
  @IsInt()
  @Min(1)
  version!: number;
}
export class IssueDraftDto implements IssueDraftRequest {
  @ApiProperty() @IsInt() @Min(1) version!: number;
}

export class InvoiceDraftRowDto implements InvoiceDraftRow {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: invoiceDraftTypes }) type!: InvoiceDraftType;
  @ApiProperty({ format: 'uuid' }) member_id!: string;
  @ApiProperty() member_name!: string;
  @ApiProperty() label!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ format: 'date-time' }) updated_at!: string;
}
export class InvoiceDraftListDto implements InvoiceDraftList {
  @ApiProperty({ type: [InvoiceDraftRowDto] }) drafts!: InvoiceDraftRowDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
export class InvoicePreviewDto implements InvoicePreview {
  @ApiProperty({ type: [InvoiceLineDto] }) lines!: InvoiceLineDto[];
  @ApiProperty({ type: [InvoiceVatDto] }) vat!: InvoiceVatDto[];
  @ApiProperty() net_cents!: number;
  @ApiProperty() vat_cents!: number;
  @ApiProperty() total_cents!: number;
  @ApiProperty() paid_cents!: number;
  @ApiProperty() buyer_name!: string;
  @ApiProperty({ type: [String] }) mentions!: string[];
}
export class DraftBlockerDto {
  @ApiProperty() code!: string;
  @ApiProperty() detail!: string;
}
export class InvoiceDraftViewDto extends InvoiceDraftRowDto implements InvoiceDraftView {
  @ApiProperty({ enum: priceModes }) price_mode!: PriceMode;
  @ApiProperty({ type: [DraftLineDto] }) lines!: DraftLineDto[];
  @ApiProperty({ format: 'date' }) supply_from!: string;
  @ApiProperty({ format: 'date' }) supply_to!: string;
  @ApiProperty({ format: 'date' }) due_date!: string;
  @ApiProperty({ type: String, nullable: true }) purchase_order!: string | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: [String], format: 'uuid' }) preceding_ids!: string[];
  @ApiProperty({ enum: ['draft', 'issued', 'discarded'] }) state!: InvoiceDraftView['state'];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) invoice_id!: string | null;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ type: InvoicePreviewDto, nullable: true }) preview!: InvoicePreviewDto | null;
  @ApiProperty({ type: [DraftBlockerDto] }) blockers!: DraftBlockerDto[];
  @ApiProperty({ enum: ['edit', 'issue', 'discard'], isArray: true })
  available_actions!: InvoiceDraftView['available_actions'];
}
