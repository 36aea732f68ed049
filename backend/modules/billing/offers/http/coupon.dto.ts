import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  couponKinds,
  type CouponKind,
  type CouponList,
  type CouponPatch,
  type CouponView,
  type CouponWrite,
} from '@calmness/contracts';
import { IsCalendarDay } from '../../http/calendar-day';

const highestCents = 1_000_000;

export class CouponWriteDto implements CouponWrite {
  @ApiProperty() @IsString() @MaxLength(40) @Matches(/^[A-Za-z0-9 -]{3,40}$/) code!: string;
  @ApiProperty({ enum: couponKinds }) @IsIn(couponKinds) kind!: CouponKind;
  @ApiProperty({ description: 'whole percent below 100, or EUR cents' })
  @IsInt()
  @Min(1)
  @Max(highestCents)
  value!: number;

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  plan_codes!: string[];

  @ApiProperty({ type: Number, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  max_uses: number | null = null;

  @ApiProperty({ format: 'date' }) @IsCalendarDay() valid_from!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsCalendarDay()
  valid_to: string | null = null;

  @ApiProperty() @IsBoolean() active!: boolean;
}
export class CouponPatchDto implements CouponPatch {
  @ApiProperty() @IsInt() @Min(1) version!: number;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  plan_codes?: string[];

  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  max_uses?: number | null;

  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsCalendarDay() valid_from?: string;
  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsCalendarDay()
  valid_to?: string | null;

  @ApiPropertyOptional() @IsOptional() @IsBoolean() active?: boolean;
}
export class CouponDto implements CouponView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ enum: couponKinds }) kind!: CouponKind;
  @ApiProperty() value!: number;
  @ApiProperty({ type: [String] }) plan_codes!: string[];
  @ApiProperty({ type: Number, nullable: true }) max_uses!: number | null;
  @ApiProperty({ format: 'date' }) valid_from!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) valid_to!: string | null;
  @ApiProperty() active!: boolean;
  @ApiProperty() uses!: number;
  @ApiProperty() version!: number;
}
export class CouponListDto implements CouponList {
  @ApiProperty({ type: [CouponDto] }) coupons!: CouponDto[];
}
