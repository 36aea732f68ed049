import { ApiProperty } from '@nestjs/swagger';
import {
  accessReasons,
  accessSections,
  roles,
  type AccessLedgerEntry,
  type AccessLedgerList,
  type AccessReason,
  type AccessSection,
  type Role,
} from '@calmness/contracts';

class AccessLedgerEntryDto implements AccessLedgerEntry {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ description: 'first name' }) staff_name!: string;
  @ApiProperty({ enum: roles }) staff_role!: Role;
  @ApiProperty({ enum: accessSections }) section!: AccessSection;
  @ApiProperty({ enum: accessReasons }) reason!: AccessReason;
  @ApiProperty({ type: String, nullable: true }) detail!: string | null;
}

export class AccessLedgerListDto implements AccessLedgerList {
  @ApiProperty({ type: [AccessLedgerEntryDto] }) entries!: AccessLedgerEntryDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
