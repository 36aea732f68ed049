import type { EventName } from '@calmness/events';

export interface ConsumerOptions {
  /** `module.verb-object`, unique in the house; the part before the dot is the module's queue. */
  consumer: string;
}
interface ConsumerMetadata extends ConsumerOptions {
  eventName: EventName;
}

const consumerMetadata = 'calmness:consumer';

/**
 * Marks the method that handles an event, inside an inbox transaction `(consumer, event id)`:
 * it takes effect once, however often the queue delivers. No network call and no rendering in it.
 */
export function OnDomainEvent(eventName: EventName, options: ConsumerOptions): MethodDecorator {
  return (_target, _key, descriptor: PropertyDescriptor) => {
    Reflect.defineMetadata(consumerMetadata, { eventName, ...options }, descriptor.value as object);
  };
}

export function consumerOf(method: object): ConsumerMetadata | undefined {
  return Reflect.getMetadata(consumerMetadata, method) as ConsumerMetadata | undefined;
}

export interface TickOptions {
  /** `module.verb-object`, unique in the house. */
  name: string;
  /** Six-field cron expression, seconds first. */
  cron: string;
  /** Zone the cron is read in; UTC unless said otherwise. */
  zone?: string;
  /**
   * It waits for providers: the queue's place is free for the module's events meanwhile. It must be safe to run beside
   * itself, and end before the process does.
   */
  beside?: true;
}

const tickMetadata = 'calmness:tick';

/**
 * Marks a periodic wake-up. A tick carries no truth: what is due is read from SQL, so a missed or
 * doubled tick changes nothing.
 */
export function OnTick(options: TickOptions): MethodDecorator {
  return (_target, _key, descriptor: PropertyDescriptor) => {
    Reflect.defineMetadata(tickMetadata, options, descriptor.value as object);
  };
}

export function tickOf(method: object): TickOptions | undefined {
  return Reflect.getMetadata(tickMetadata, method) as TickOptions | undefined;
}
