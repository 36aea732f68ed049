import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsNotEmpty,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { IssuerVersionList, IssuerVersionView, IssuerView, IssuerWrite } from '@calmness/contracts';
import { Trimmed } from '../../http/bilingual-text.dto';
import { IsCalendarDay } from '../../http/calendar-day';

export class IssuerDto implements IssuerView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() version!: number;
  @ApiProperty() legal_name!: string;
  @ApiProperty({ type: String, nullable: true }) legal_form!: string | null;
  @ApiProperty({ type: Number, nullable: true }) capital_cents!: number | null;
  @ApiProperty() is_sole_trader!: boolean;
  @ApiProperty() siren!: string;
  @ApiProperty() siret!: string;
  @ApiProperty({ type: String, nullable: true }) rcs_city!: string | null;
  @ApiProperty({ type: String, nullable: true }) vat_number!: string | null;
  @ApiProperty({ enum: ['normal', 'franchise'] }) vat_regime!: 'normal' | 'franchise';
  @ApiProperty() vat_on_debits!: boolean;
  @ApiProperty() oss_registered!: boolean;
  @ApiProperty({ type: String, nullable: true }) training_number!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) training_granted_on!: string | null;
  @ApiProperty({ type: [String] }) address_lines!: string[];
  @ApiProperty() postal_code!: string;
  @ApiProperty() city!: string;
  @ApiProperty() country!: string;
  @ApiProperty({ type: String, nullable: true }) iban!: string | null;
  @ApiProperty({ type: String, nullable: true }) bic!: string | null;
  @ApiProperty() email!: string;
  @ApiProperty() is_demo!: boolean;
  @ApiProperty({ format: 'date-time' }) valid_from!: string;
}

export class IssuerVersionDto extends IssuerDto implements IssuerVersionView {
  @ApiProperty({ type: [String], description: 'fields that differ from the version before' })
  changed!: (keyof IssuerWrite)[];
}
export class IssuerVersionListDto implements IssuerVersionList {
  @ApiProperty({ type: [IssuerVersionDto] }) versions!: IssuerVersionDto[];
}

/** Null says that there is none; what the law asks for is checked before an invoice is issued. */
const UnlessNull = (): PropertyDecorator => ValidateIf((_object, value) => value !== null);

export class IssuerWriteDto implements IssuerWrite {
  @ApiProperty() @Trimmed() @IsString() @IsNotEmpty() @MaxLength(200) legal_name!: string;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @Trimmed()
  @IsString()
  @MaxLength(80)
  legal_form!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  @UnlessNull()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  capital_cents!: number | null;

  @ApiProperty() @IsBoolean() is_sole_trader!: boolean;
  @ApiProperty() @Matches(/^[0-9]{9}$/) siren!: string;
  @ApiProperty() @Matches(/^[0-9]{14}$/) siret!: string;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @Trimmed()
  @IsString()
  @MaxLength(80)
  rcs_city!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @IsString()
  @MaxLength(20)
  vat_number!: string | null;

  @ApiProperty({ enum: ['normal', 'franchise'] }) @IsIn(['normal', 'franchise']) vat_regime!:
    'normal' | 'franchise';
  @ApiProperty() @IsBoolean() vat_on_debits!: boolean;
  @ApiProperty() @IsBoolean() oss_registered!: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'DREETS attestation, with its day' })
  @UnlessNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  training_number!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @UnlessNull()
  @IsCalendarDay()
  training_granted_on!: string | null;

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  address_lines!: string[];

  @ApiProperty() @Trimmed() @IsString() @IsNotEmpty() @MaxLength(20) postal_code!: string;
  @ApiProperty() @Trimmed() @IsString() @IsNotEmpty() @MaxLength(80) city!: string;
  @ApiProperty() @IsISO31661Alpha2() country!: string;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @IsString()
  @MaxLength(34)
  iban!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @IsString()
  @MaxLength(11)
  bic!: string | null;

  @ApiProperty() @IsEmail() @MaxLength(200) email!: string;
}
