import { Module, type DynamicModule } from '@nestjs/common';
import { domainJobs, workerPlatform } from '@calmness/composition';
import { NotificationsEarsModule } from '@calmness/notifications';
import type { Config } from '@calmness/platform/config';
import { CatalogueCheck, EventsWorkerModule } from '@calmness/platform/events';
import { Heartbeat } from '@calmness/platform/observability';

/** Every module's core and jobs: relay, handlers, ticks, PDF. Has no routes. */
@Module({ imports: [...domainJobs, NotificationsEarsModule], providers: [CatalogueCheck, Heartbeat] })
export class WorkerModule {
  static of(config: Config): DynamicModule {
    return { module: WorkerModule, imports: [...workerPlatform(config), EventsWorkerModule] };
  }
}
