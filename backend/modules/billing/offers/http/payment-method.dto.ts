import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  paymentMethodCodes,
  type PaymentCoordinate,
  type PaymentMethodCode,
  type PaymentMethodList,
  type PaymentMethodPatch,
  type PaymentMethodView,
} from '@calmness/contracts';
import { BilingualTextDto, Trimmed } from '../../http/bilingual-text.dto';

export class PaymentCoordinateDto implements PaymentCoordinate {
  @ApiProperty({ type: BilingualTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => BilingualTextDto)
  label!: BilingualTextDto;

  @ApiProperty({ maxLength: 300 }) @Trimmed() @IsString() @IsNotEmpty() @MaxLength(300) value!: string;
}

export class PaymentMethodDto implements PaymentMethodView {
  @ApiProperty({ enum: paymentMethodCodes }) code!: PaymentMethodCode;
  @ApiProperty({ type: BilingualTextDto }) name!: BilingualTextDto;
  @ApiProperty({ type: BilingualTextDto }) instructions!: BilingualTextDto;
  @ApiProperty({ type: [PaymentCoordinateDto] }) coordinates!: PaymentCoordinateDto[];
  @ApiProperty() active!: boolean;
  @ApiProperty() position!: number;
  @ApiProperty() version!: number;
}
export class PaymentMethodListDto implements PaymentMethodList {
  @ApiProperty({ type: [PaymentMethodDto] }) payment_methods!: PaymentMethodDto[];
}

export class PaymentMethodPatchDto implements PaymentMethodPatch {
  @ApiProperty({ description: 'the version that was read; another one answers 409' })
  @IsInt()
  @Min(1)
  version!: number;

  @ApiPropertyOptional({ type: BilingualTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => BilingualTextDto)
  name?: BilingualTextDto;

  @ApiPropertyOptional({ type: BilingualTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => BilingualTextDto)
  instructions?: BilingualTextDto;

  @ApiPropertyOptional({ type: [PaymentCoordinateDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => PaymentCoordinateDto)
  coordinates?: PaymentCoordinateDto[];

  @ApiPropertyOptional() @IsOptional() @IsBoolean() active?: boolean;
  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(0) @Max(10_000) position?: number;
}
