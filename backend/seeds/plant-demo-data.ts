import type { INestApplicationContext } from '@nestjs/common';
import { AccountsDemoData, DemoPeople } from '@calmness/accounts';
import { BillingDemoData } from '@calmness/billing';
import { NotificationsDemoData } from '@calmness/notifications';
import { Clock, tellingThePast } from '@calmness/platform/clock';
import type { DemoData } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { demoCast } from './demo-cast';

/** The academy of the demonstration opened half a year ago. */
const openedDaysAgo = 190;

/**
 * Plants the demonstration through the modules' own use cases, in the past. Idempotent: answers
 * false when everything was there.
 */
export async function plantDemoData(app: INestApplicationContext): Promise<boolean> {
  const people = app.get(DemoPeople);
  const opening = new Date(app.get(Clock).now().getTime() - openedDaysAgo * 86_400_000);
  const cast = new Map<string, Uuid>();
  for (const person of demoCast) {
    cast.set(person.email, await tellingThePast(opening, () => people.register(person)));
  }
  let planted = false;
  const domains: DemoData[] = [
    app.get(AccountsDemoData),
    app.get(BillingDemoData),
    app.get(NotificationsDemoData),
  ];
  for (const domain of domains) planted = (await domain.plant(cast)) || planted;
  return planted;
}
