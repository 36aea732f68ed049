import { Module, type DynamicModule } from '@nestjs/common';
import { domainJobs, workerPlatform } from '@calmness/composition';
import type { Config } from '@calmness/platform/config';
import { TicksByHandModule } from '@calmness/platform/events';

/** What a worker is made of, at a standstill: for the commands that do its work by hand. */
@Module({ imports: domainJobs })
export class EngineModule {
  static of(config: Config): DynamicModule {
    return { module: EngineModule, imports: [...workerPlatform(config), TicksByHandModule] };
  }
}
