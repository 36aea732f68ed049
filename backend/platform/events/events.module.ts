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
import { ParkedEventSubject } from './parked-event-subject';
import { EventReplay } from './replay';
import { EventSweep } from './sweep';
import { SchedulerWatch } from './scheduler-watch';
import { TickRunner } from './tick-runner';
import { TickScheduler } from './tick-scheduler';
import { TicksByHand } from './ticks-by-hand';

/** What api, worker and cli all need: a queue backend to look at, replay, and whether the scheduler lives. */
@Global()
@Module({
  providers: [QueueBackend, EventReplay, ParkedEventSubject, SchedulerWatch],
  exports: [QueueBackend, EventReplay, ParkedEventSubject, SchedulerWatch],
})
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
    TickRunner,
    TickScheduler,
    CorridorTicks,
  ],
  exports: [EventRegistry, EventQueues, Inbox, OutboxRelay, EventSweep, TickScheduler],
})
export class EventsWorkerModule {}

/** The worker's ticks for a person at a terminal: nothing starts by itself, no queue is consumed. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    MetadataScanner,
    EventRegistry,
    EventQueues,
    EventSweep,
    TickRunner,
    TicksByHand,
    { provide: TickScheduler, useExisting: TicksByHand },
    CorridorTicks,
  ],
  exports: [EventRegistry, TickScheduler, TicksByHand],
})
export class TicksByHandModule {}
