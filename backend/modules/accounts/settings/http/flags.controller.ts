import { Body, Controller, Get, Param, Put, type PipeTransform } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  flagCatalogue,
  flags,
  planFlags,
  type FeatureFlagsView,
  type Flag,
  type FlagDefinition,
  type PlanFlag,
} from '@calmness/contracts';
import { CurrentMember, Public, RequirePermission, type Identity } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { FeatureFlags } from '../application/feature-flags';
import { ListFlags } from '../application/list-flags';
import { SwitchFlag } from '../application/switch-flag';
import { SwitchPlanFlag } from '../application/switch-plan-flag';
import { FeatureFlagsDto, FlagSwitchDto, OpenFlagsDto } from './flags.dto';

/** A name in a path that is no flag of the list: 404. */
function namedIn<Name extends Flag>(list: readonly Name[], value: unknown): Name {
  const flag = list.find((known) => known === value);
  if (!flag) throw new DomainError('accounts.flag-unknown', {}, 'not-found');
  return flag;
}
class FlagPipe implements PipeTransform<unknown, Flag> {
  transform = (value: unknown): Flag => namedIn(flags, value);
}
class PlanFlagPipe implements PipeTransform<unknown, PlanFlag> {
  transform = (value: unknown): PlanFlag => namedIn(planFlags, value);
}

@ApiTags('accounts')
@Controller('flags')
export class OpenFlagsController {
  constructor(private readonly featureFlags: FeatureFlags) {}

  /** What stands open to a visitor; a member reads his own in `GET /auth/me`. */
  @Public()
  @Get()
  @ApiOkResponse({ type: OpenFlagsDto })
  async read(): Promise<OpenFlagsDto> {
    return { flags: await this.featureFlags.allFor(null) };
  }
}

@ApiTags('accounts, staff')
@ApiBearerAuth()
@Controller('admin/feature-flags')
export class FlagsController {
  constructor(
    private readonly listFlags: ListFlags,
    private readonly switchFlag: SwitchFlag,
    private readonly switchPlanFlag: SwitchPlanFlag,
  ) {}

  @RequirePermission('accounts.flags-write')
  @Get()
  @ApiOkResponse({ type: FeatureFlagsDto })
  list(): Promise<FeatureFlagsDto> {
    return this.present();
  }

  @RequirePermission('accounts.flags-write')
  @Put(':flag')
  @ApiParam({ name: 'flag', enum: flags })
  @ApiOkResponse({ type: FeatureFlagsDto })
  async switch(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('flag', FlagPipe) flag: Flag,
    @Body() { on: isOn, version }: FlagSwitchDto,
  ): Promise<FeatureFlagsDto> {
    await this.switchFlag.execute({ actorId, flag, isOn, version });
    return this.present();
  }

  @RequirePermission('accounts.flags-write')
  @Put(':flag/plans/:plan_id')
  @ApiParam({ name: 'flag', enum: planFlags })
  @ApiParam({ name: 'plan_id', format: 'uuid' })
  @ApiOkResponse({ type: FeatureFlagsDto })
  async switchForPlan(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('flag', PlanFlagPipe) flag: PlanFlag,
    @Param('plan_id', IdPipe) planId: Uuid,
    @Body() { on: isOn, version }: FlagSwitchDto,
  ): Promise<FeatureFlagsDto> {
    await this.switchPlanFlag.execute({ actorId, planId, flag, isOn, version });
    return this.present();
  }

  private async present(): Promise<FeatureFlagsView> {
    const { global, byPlan } = await this.listFlags.execute();
    return {
      flags: flags.map((flag) => {
        const row = global.find((known) => known.flag === flag);
        const { levels, default: byDefault }: FlagDefinition = flagCatalogue[flag];
        const untouched = levels.at(-1) === 'global' ? byDefault : true;
        return { flag, levels: [...levels], on: row?.isOn ?? untouched, version: row?.version ?? 0 };
      }),
      plan_flags: byPlan.map(({ planId, flag, isOn, version }) => ({
        plan_id: planId,
        flag,
        on: isOn,
        version,
      })),
    };
  }
}
