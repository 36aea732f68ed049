import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { eventCatalogue, eventNames, type DomainEvent, type EventName } from '@calmness/events';
import { consumerOf, tickOf, type TickOptions } from './on-domain-event';

export interface Consumer {
  name: string;
  module: string;
  eventName: EventName;
  handle(event: DomainEvent): Promise<void>;
}
export interface TickHandler extends TickOptions {
  module: string;
  /** Answers how many things it did, when it counts them. */
  run(): Promise<unknown>;
}

/** Every consumer and tick the composed process contains, found once all providers exist. */
@Injectable()
export class EventRegistry {
  private found?: { consumers: readonly Consumer[]; ticks: readonly TickHandler[] };

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  get consumers(): readonly Consumer[] {
    return this.discover().consumers;
  }

  get ticks(): readonly TickHandler[] {
    return this.discover().ticks;
  }

  consumersOf(eventName: EventName): readonly Consumer[] {
    return this.consumers.filter((consumer) => consumer.eventName === eventName);
  }

  /** Modules that listen to an event: one queue each. */
  modulesOf(eventName: EventName): string[] {
    return [...new Set(this.consumersOf(eventName).map((consumer) => consumer.module))];
  }

  /** Every module with work in a queue. */
  modules(): string[] {
    return [...new Set([...this.consumers, ...this.ticks].map((entry) => entry.module))];
  }

  /**
   * The boot check: names are unique and every event is handled or declared informational.
   * @throws Error naming all faults; the worker then refuses to start.
   */
  assertComplete(): void {
    const faults = [
      ...duplicates([...this.consumers, ...this.ticks].map((entry) => entry.name)).map(
        (name) => `two handlers are called ${name}`,
      ),
      ...eventNames
        .filter((name) => eventCatalogue[name].audience === 'handled' && this.consumersOf(name).length === 0)
        .map((name) => `nobody handles ${name}`),
      ...eventNames
        .filter(
          (name) => eventCatalogue[name].audience === 'informational' && this.consumersOf(name).length > 0,
        )
        .map((name) => `${name} is listed informational but has a handler`),
    ];
    if (faults.length > 0) throw new Error(`The event catalogue is not complete: ${faults.join('; ')}`);
  }

  private discover(): { consumers: readonly Consumer[]; ticks: readonly TickHandler[] } {
    if (this.found) return this.found;
    const methods = this.discovery
      .getProviders()
      .filter((wrapper) => wrapper.instance && wrapper.isDependencyTreeStatic())
      .flatMap((wrapper) => methodsOf(wrapper.instance as object, this.scanner));
    this.found = {
      consumers: methods.flatMap(({ method, call }) => toConsumer(method, call)),
      ticks: methods.flatMap(({ method, call }) => toTick(method, call)),
    };
    return this.found;
  }
}

type Call = (...args: unknown[]) => Promise<unknown>;

function methodsOf(instance: object, scanner: MetadataScanner): { method: object; call: Call }[] {
  const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
  if (!prototype) return [];
  return scanner.getAllMethodNames(prototype).flatMap((name) => {
    const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    if (typeof method !== 'function') return [];
    const call: Call = async (...args) => (await method.apply(instance, args)) as unknown;
    return [{ method, call }];
  });
}

function toConsumer(method: object, call: Call): Consumer[] {
  const found = consumerOf(method);
  if (!found) return [];
  const { consumer: name, eventName } = found;
  const handle = async (event: DomainEvent): Promise<void> => {
    await call(event);
  };
  return [{ name, module: moduleOf(name), eventName, handle }];
}

function toTick(method: object, call: Call): TickHandler[] {
  const found = tickOf(method);
  return found ? [{ ...found, module: moduleOf(found.name), run: call }] : [];
}

function moduleOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

function duplicates(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
