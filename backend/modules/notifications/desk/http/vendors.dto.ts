import { ApiProperty } from '@nestjs/swagger';
import {
  adapterStates,
  vendors,
  type AdapterState,
  type Vendor,
  type VendorList,
  type VendorView,
} from '@calmness/contracts';

const instant = { type: String, format: 'date-time', nullable: true } as const;
const circuits = ['closed', 'open', 'probing'] as const;

export class VendorDto implements VendorView {
  @ApiProperty({ enum: vendors }) vendor!: Vendor;
  @ApiProperty({ enum: adapterStates }) adapter!: AdapterState;
  @ApiProperty() detail!: string;
  @ApiProperty({ enum: circuits }) circuit!: (typeof circuits)[number];
  @ApiProperty(instant) blocked_until!: string | null;
  @ApiProperty(instant) paused_at!: string | null;
  @ApiProperty() failures!: number;
  @ApiProperty({ type: String, nullable: true }) last_reason!: string | null;
  @ApiProperty(instant) last_accepted_at!: string | null;
  @ApiProperty(instant) last_failed_at!: string | null;
}

export class VendorListDto implements VendorList {
  @ApiProperty({ type: [VendorDto] }) vendors!: VendorDto[];
}
