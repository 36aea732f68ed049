import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import {
  buyerKinds,
  countryCodes,
  vatCheckStates,
  type BillingProfileView,
  type BillingProfileWrite,
  type BuyerKind,
  type MemberBillingProfileView,
  type VatCheckState,
  type VouchForVatNumberRequest,
} from '@calmness/contracts';
import { Trimmed } from '../../http/bilingual-text.dto';

/** Null says that there is none; which ones are needed is the domain's business. */
const UnlessNull = (): PropertyDecorator => ValidateIf((_object, value) => value !== null);

export class BillingProfileDto implements BillingProfileView {
  @ApiProperty({ description: 'false: what follows is proposed from the account' }) stored!: boolean;
  @ApiProperty({ description: '0 while nothing is stored' }) version!: number;
  @ApiProperty({ enum: buyerKinds }) kind!: BuyerKind;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String] }) address_lines!: string[];
  @ApiProperty() postal_code!: string;
  @ApiProperty() city!: string;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 3166-1 alpha-2' }) country!: string | null;
  @ApiProperty({ type: String, nullable: true }) siren!: string | null;
  @ApiProperty({ type: String, nullable: true }) vat_number!: string | null;
  @ApiProperty({ type: String, nullable: true }) electronic_address!: string | null;
  @ApiProperty({ type: String, nullable: true }) purchase_order!: string | null;
  @ApiProperty({ enum: vatCheckStates }) vat_check!: VatCheckState;
  @ApiProperty({ type: String, format: 'date', nullable: true }) vat_checked_on!: string | null;
}

export class BillingProfileWriteDto implements BillingProfileWrite {
  @ApiProperty({ description: 'the version that was read; another one answers 409' })
  @IsInt()
  @Min(0)
  version!: number;

  @ApiProperty({ enum: buyerKinds }) @IsIn(buyerKinds) kind!: BuyerKind;
  @ApiProperty({ maxLength: 200 }) @Trimmed() @IsString() @IsNotEmpty() @MaxLength(200) name!: string;

  @ApiProperty({ type: [String], maxItems: 4 })
  @IsArray()
  @ArrayMaxSize(4)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  address_lines!: string[];

  @ApiProperty({ maxLength: 20 }) @Trimmed() @IsString() @MaxLength(20) postal_code!: string;
  @ApiProperty({ maxLength: 80 }) @Trimmed() @IsString() @MaxLength(80) city!: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2; decides the VAT' })
  @IsIn(countryCodes)
  country!: string;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @IsString()
  @MaxLength(20)
  siren!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @IsString()
  @MaxLength(20)
  vat_number!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @IsString()
  @MaxLength(125)
  electronic_address!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @Trimmed()
  @IsString()
  @MaxLength(50)
  purchase_order!: string | null;
}

export class MemberBillingProfileDto extends BillingProfileDto implements MemberBillingProfileView {
  @ApiProperty({ type: String, nullable: true }) vat_check_proof!: string | null;
  @ApiProperty({ enum: ['vouch_for_vat_number'], isArray: true })
  available_actions!: 'vouch_for_vat_number'[];
}

export class VouchForVatNumberDto implements VouchForVatNumberRequest {
  @ApiProperty({ description: 'the version that was read; another one answers 409' })
  @IsInt()
  @Min(1)
  version!: number;

  @ApiProperty({ maxLength: 300 }) @Trimmed() @IsString() @IsNotEmpty() @MaxLength(300) proof!: string;
}
