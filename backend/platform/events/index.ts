export { EventsModule, EventsWorkerModule } from './events.module';
export { OnDomainEvent, OnTick } from './on-domain-event';
export { EventRegistry } from './registry';
export { QueueBackend, type QueueBackendName } from './queue-backend';
export { OutboxRelay } from './relay';
export { EventSweep } from './sweep';
export { EventReplay, type ParkedEvent } from './replay';
export { TickScheduler } from './tick-scheduler';
export { maxAttempts } from './event-queues';
