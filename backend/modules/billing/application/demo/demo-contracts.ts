import { Injectable } from '@nestjs/common';
import { addDays, Clock } from '@calmness/platform/clock';
import type { DemoCast } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { CreatePlan, type PlanDetails } from '../../offers/application/create-plan';
import { ListOffers } from '../../offers/application/list-offers';
import { CancelSubscription } from '../../subscriptions/application/cancel-subscription';
import { GrantSubscription } from '../../subscriptions/application/grant-subscription';
import { StartTrial } from '../../subscriptions/application/start-trial';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';
import { demoPlans } from './demo-offers';

const tried = 'decouverte';
const giftDays = 90;

/** What the story of payments does not tell: a week to try, a present of the house, and somebody who leaves. */
@Injectable()
export class DemoContracts {
  constructor(
    private readonly listOffers: ListOffers,
    private readonly createPlan: CreatePlan,
    private readonly subscriptions: SubscriptionRepository,
    private readonly cancel: CancelSubscription,
    private readonly grant: GrantSubscription,
    private readonly startTrial: StartTrial,
    private readonly clock: Clock,
  ) {}

  /** Whoever is not in the cast is left out; told twice, it changes nothing. */
  async plant(cast: DemoCast, adminId: Uuid): Promise<void> {
    await this.offerTrial(adminId);
    await this.tryIt(cast.get('compta@calmnessfi.com'));
    await this.give(cast.get('manager@calmnessfi.com'), adminId);
    await this.leave(cast.get('coach@calmnessfi.com'));
  }

  private async offerTrial(adminId: Uuid): Promise<void> {
    const known = await this.listOffers.listPlans('all');
    const [model] = demoPlans;
    if (!model || known.some(({ code }) => code === tried)) return;
    const trial: PlanDetails = {
      ...model,
      ...{ code: tried, kind: 'trial', trialDays: 7, priceCents: 0, position: 9 },
      name: { fr: 'Découverte', en: 'Discovery' },
      description: { fr: 'Une semaine pour voir.', en: 'A week to see.' },
    };
    await this.createPlan.execute({ ...trial, actorId: adminId });
  }

  private async tryIt(memberId: Uuid | undefined): Promise<void> {
    if (!memberId || (await this.hasSome(memberId))) return;
    // Whoever's profile is still empty cannot try yet.
    await this.startTrial.execute({ memberId, planCode: tried }).catch(() => undefined);
  }

  private async give(memberId: Uuid | undefined, staffId: Uuid): Promise<void> {
    if (!memberId || (await this.hasSome(memberId))) return;
    const lastDay = addDays(this.clock.today(), giftDays);
    const reason = 'Partenaire de l’académie';
    await this.grant.execute({ staffId, memberId, planCode: 'premium', lastDay, reason });
  }

  private async leave(memberId: Uuid | undefined): Promise<void> {
    const [subscription] = memberId ? await this.subscriptions.list(memberId, 1) : [];
    if (!memberId || !subscription || subscription.version > 1) return;
    const comment = 'Merci, j’ai trouvé ma méthode !';
    const subscriptionId = subscription.id;
    await this.cancel.execute({ subscriptionId, memberId, reason: 'goal_reached', comment });
  }

  private async hasSome(memberId: Uuid): Promise<boolean> {
    return (await this.subscriptions.list(memberId, 1)).length > 0;
  }
}
