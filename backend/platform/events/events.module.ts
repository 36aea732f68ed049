import { Global, Module } from '@nestjs/common';
import { DiscoveryModule, MetadataScanner } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { CorridorTicks } from './corridor.ticks';
import { EventQueues } from './event-queues';
import { EventWorker } from './event-worker';
import { Inbox } from './inbox';
import { QueueBackend } from './queue-backend';
import { EventRegistry } from './registry';
import { OutboxRelay } from './relay';
import { EventReplay } from './replay';
import { EventSweep } from './sweep';
import { TickScheduler } from './tick-scheduler';

/** What api, worker and cli all need: a queue backend to look at, and replay. */
@Global()
@Module({ providers: [QueueBackend, EventReplay], exports: [QueueBackend, EventReplay] })
export class EventsModule {}

/** The worker's half: relay, queues, inbox, ticks. */
@Global()
@Module({
  imports: [DiscoveryModule, ScheduleModule.forRoot()],
  providers: [
    MetadataScanner,
    EventRegistry,
    EventQueues,
    Inbox,
    EventWorker,
    OutboxRelay,
    EventSweep,
    TickScheduler,
    CorridorTicks,
  ],
  exports: [EventRegistry, EventQueues, Inbox, OutboxRelay, EventSweep, TickScheduler],
})
export class EventsWorkerModule {}
