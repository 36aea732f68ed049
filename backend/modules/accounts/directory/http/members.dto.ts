import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import {
  labelKinds,
  memberSorts,
  memberStates,
  roles,
  type LabelKind,
  type LabelList,
  type LabelView,
  type LabelWrite,
  type MemberFilter,
  type MemberList,
  type MemberRow,
  type MemberSort,
  type MemberState,
  type Role,
  type SavedFilterList,
  type SavedFilterView,
  type SavedFilterWrite,
} from '@calmness/contracts';
import { PageQuery } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { IfPresent, Trimmed } from '../../http/text-input';

/** In a query everything is text. */
const Flag = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export class MemberFilterDto implements MemberFilter {
  @ApiPropertyOptional({ description: 'part of a name or of an address', maxLength: 100 })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @ApiPropertyOptional({ enum: roles }) @IsOptional() @IsIn(roles) role?: Role;
  @ApiPropertyOptional({ type: Boolean }) @Flag() @IsOptional() @IsBoolean() verified?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'a subscription gives access today' })
  @Flag()
  @IsOptional()
  @IsBoolean()
  subscribed?: boolean;

  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() label_id?: Uuid;

  @ApiPropertyOptional({ enum: memberStates, description: 'all but the erased when left out' })
  @IsOptional()
  @IsIn(memberStates)
  state?: MemberState;
}

export class SortedMembersQuery extends MemberFilterDto {
  @ApiPropertyOptional({ enum: memberSorts, default: 'newest' })
  @IsOptional()
  @IsIn(memberSorts)
  sort: MemberSort = 'newest';
}

export class MembersQuery extends IntersectionType(PageQuery, SortedMembersQuery) {}

class CarriedLabelDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: labelKinds }) kind!: LabelKind;
  @ApiProperty() name!: string;
}

export class MemberRowDto implements MemberRow {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'email' }) email!: string;
  @ApiProperty() first_name!: string;
  @ApiProperty() last_name!: string;
  @ApiProperty({ enum: roles, isArray: true }) roles!: Role[];
  @ApiProperty() is_verified!: boolean;
  @ApiProperty() can_make_payment!: boolean;
  @ApiProperty() is_demo!: boolean;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ enum: memberStates }) state!: MemberState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) last_seen_at!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'exclusive, Europe/Paris' })
  access_ends_on!: string | null;
  @ApiProperty({ type: [CarriedLabelDto] }) labels!: CarriedLabelDto[];
}

export class MemberListDto implements MemberList {
  @ApiProperty({ type: [MemberRowDto] }) members!: MemberRowDto[];
  @ApiProperty({ description: 'how many the filter lets through' }) total!: number;
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

export class LabelWriteDto implements LabelWrite {
  @ApiProperty({ enum: labelKinds }) @IsIn(labelKinds) kind!: LabelKind;

  @ApiProperty({ maxLength: 40 })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  name!: string;
}

class LabelDto extends CarriedLabelDto implements LabelView {
  @ApiProperty({ description: 'how many carry it' }) members!: number;
}

export class LabelListDto implements LabelList {
  @ApiProperty({ type: [LabelDto] }) labels!: LabelDto[];
}

export class SavedFilterWriteDto implements SavedFilterWrite {
  @ApiProperty({ maxLength: 60 })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name!: string;

  @ApiProperty({ type: MemberFilterDto })
  @IsObject()
  @ValidateNested()
  @Type(() => MemberFilterDto)
  filter!: MemberFilterDto;

  @ApiProperty({ enum: memberSorts }) @IfPresent() @IsIn(memberSorts) sort!: MemberSort;
}

class SavedFilterDto extends SavedFilterWriteDto implements SavedFilterView {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class SavedFilterListDto implements SavedFilterList {
  @ApiProperty({ type: [SavedFilterDto] }) filters!: SavedFilterDto[];
}
