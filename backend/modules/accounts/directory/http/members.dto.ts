import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { roles, type MemberList, type MemberRow, type Role } from '@calmness/contracts';
import { PageQuery } from '@calmness/platform/http';
import { Trimmed } from '../../http/text-input';

export class MembersQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'part of a name or of an address', maxLength: 100 })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}

class MemberRowDto implements MemberRow {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'email' }) email!: string;
  @ApiProperty() first_name!: string;
  @ApiProperty() last_name!: string;
  @ApiProperty({ enum: roles, isArray: true }) roles!: Role[];
  @ApiProperty() is_verified!: boolean;
  @ApiProperty() can_make_payment!: boolean;
  @ApiProperty() is_demo!: boolean;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
}

export class MemberListDto implements MemberList {
  @ApiProperty({ type: [MemberRowDto] }) members!: MemberRowDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
