import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, Min } from 'class-validator';
import {
  flagLevels,
  flags,
  planFlags,
  type FeatureFlagsView,
  type Flag,
  type FlagLevel,
  type FlagSwitchRequest,
  type GlobalFlagView,
  type OpenFlagsView,
  type PlanFlag,
  type PlanFlagView,
} from '@calmness/contracts';

/** Every flag of the catalogue with its state, as OpenAPI says it. */
export const flagStatesSchema = {
  type: 'object' as const,
  properties: Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }])),
  required: flags,
};

export class OpenFlagsDto implements OpenFlagsView {
  @ApiProperty(flagStatesSchema) flags!: Record<Flag, boolean>;
}

export class FlagSwitchDto implements FlagSwitchRequest {
  @ApiProperty() @IsBoolean() on!: boolean;

  @ApiProperty({ description: 'the version the admin was looking at; zero for the first switch' })
  @IsInt()
  @Min(0)
  version!: number;
}

class GlobalFlagDto implements GlobalFlagView {
  @ApiProperty({ enum: flags }) flag!: Flag;
  @ApiProperty() on!: boolean;
  @ApiProperty({ enum: flagLevels, isArray: true }) levels!: FlagLevel[];
  @ApiProperty() version!: number;
}

class PlanFlagDto implements PlanFlagView {
  @ApiProperty({ format: 'uuid' }) plan_id!: string;
  @ApiProperty({ enum: planFlags }) flag!: PlanFlag;
  @ApiProperty() on!: boolean;
  @ApiProperty() version!: number;
}

export class FeatureFlagsDto implements FeatureFlagsView {
  @ApiProperty({ type: [GlobalFlagDto] }) flags!: GlobalFlagDto[];
  @ApiProperty({ type: [PlanFlagDto] }) plan_flags!: PlanFlagDto[];
}
