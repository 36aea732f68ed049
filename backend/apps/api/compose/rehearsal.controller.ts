import { Controller, Get, Inject, Injectable } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  upcomingKinds,
  upcomingShown,
  type RehearsalView,
  type UpcomingEffect,
  type UpcomingKind,
} from '@calmness/contracts';
import { RequirePermission } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import { UpcomingEffects } from '@calmness/platform/composition';
import { errorFields, Log } from '@calmness/platform/observability';

export const upcomingEffects = Symbol('upcoming effects');

const aheadMs = 7 * 86_400_000;

class UpcomingEffectDto implements UpcomingEffect {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ enum: upcomingKinds }) kind!: UpcomingKind;
  @ApiProperty() who!: string;
  @ApiProperty({ description: '`subscription -7d`, or who asked for an erasure' }) why!: string;
}
class RehearsalDto implements RehearsalView {
  @ApiProperty({ type: [UpcomingEffectDto] }) effects!: UpcomingEffectDto[];
  @ApiProperty({ type: [String], description: 'domains that could not say' }) silent!: string[];
  @ApiProperty({ type: [String], description: 'domains that plan more than is listed' }) cut!: string[];
}

/** Asks every domain what it will do by itself; one that cannot say, or has more to say, is named rather than hidden. */
@Injectable()
export class RehearsalComposer {
  constructor(
    @Inject(upcomingEffects) private readonly sources: readonly UpcomingEffects[],
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async compose(): Promise<RehearsalView> {
    const until = new Date(this.clock.now().getTime() + aheadMs);
    const silent: string[] = [];
    const cut: string[] = [];
    const answers = await Promise.all(
      this.sources.map(async (source) => {
        try {
          const planned = await source.read(until, upcomingShown + 1);
          if (planned.length > upcomingShown) cut.push(source.name);
          return planned.slice(0, upcomingShown);
        } catch (error) {
          this.log.error('upcoming effects failed', { source: source.name, ...errorFields(error) });
          silent.push(source.name);
          return [];
        }
      }),
    );
    return { effects: answers.flat().toSorted((a, b) => a.at.localeCompare(b.at)), silent, cut };
  }
}

@ApiTags('operations')
@ApiBearerAuth()
@Controller('admin/rehearsal')
export class RehearsalController {
  constructor(private readonly composer: RehearsalComposer) {}

  /** The répétition générale: what the next seven days will do by themselves, to whom and why. */
  @RequirePermission('notifications.mail-read')
  @Get()
  @ApiOkResponse({ type: RehearsalDto })
  read(): Promise<RehearsalDto> {
    return this.composer.compose();
  }
}
