import { type AccountsEvents, accountsCatalogue } from './accounts.events';
import { type BillingContractEvents, billingContractCatalogue } from './billing-contracts.events';
import { type BillingEvents, billingCatalogue } from './billing.events';
import type { CatalogueOf } from './catalogue-entry';
import { type NotificationsEvents, notificationsCatalogue } from './notifications.events';
import { type PlatformEvents, platformCatalogue } from './platform.events';
import type { IsoInstant, Uuid } from './primitives';

export interface EventCatalogue
  extends AccountsEvents, BillingEvents, BillingContractEvents, NotificationsEvents, PlatformEvents {}

export type EventName = keyof EventCatalogue;
export type EventPayload<Name extends EventName> = EventCatalogue[Name];

/** What a handler receives. Order is not promised: it re-reads the current fact. */
export interface DomainEvent<Name extends EventName = EventName> {
  readonly id: Uuid;
  readonly name: Name;
  readonly occurredAt: IsoInstant;
  readonly correlationId: string;
  readonly payload: EventPayload<Name>;
}

export const eventCatalogue: CatalogueOf<EventCatalogue> = {
  ...accountsCatalogue,
  ...billingCatalogue,
  ...billingContractCatalogue,
  ...notificationsCatalogue,
  ...platformCatalogue,
};

export const eventNames = Object.keys(eventCatalogue) as EventName[];
