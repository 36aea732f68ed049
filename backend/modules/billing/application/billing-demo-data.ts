import { Injectable } from '@nestjs/common';
import { addDays, businessZone, Clock, dayIn, startOfDay, tellingThePast } from '@calmness/platform/clock';
import { DemoData, type DemoCast } from '@calmness/platform/composition';
import { Config } from '@calmness/platform/config';
import type { Uuid } from '@calmness/platform/ids';
import { ReadIssuer } from '../invoices/application/read-issuer';
import { RecordIssuer } from '../invoices/application/record-issuer';
import { InvoiceRepository } from '../invoices/persistence/invoice.repository';
import { CreatePlan } from '../offers/application/create-plan';
import { ListOffers } from '../offers/application/list-offers';
import { UpdatePaymentMethod } from '../offers/application/update-payment-method';
import { DeclarePayment } from '../payments/application/declare-payment';
import { RejectPayment } from '../payments/application/reject-payment';
import { ValidatePayment } from '../payments/application/validate-payment';
import { PaymentRepository } from '../payments/persistence/payment.repository';
import { DemoBuyers } from './demo/demo-buyers';
import { DemoContracts } from './demo/demo-contracts';
import { demoIssuer } from './demo/demo-issuer';
import { demoCoordinates, demoPlans } from './demo/demo-offers';
import { demoStory, type DemoPayment } from './demo/demo-story';

const tenInTheMorningMs = 36_000_000;
/** The demonstration's issuer exists before its first payment. */
const openedDaysAgo = 190;

/** The academy's demonstration: a marked issuer, three plans, half a year of payments, really invoiced. */
@Injectable()
export class BillingDemoData extends DemoData {
  readonly name = 'billing';

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly readIssuer: ReadIssuer,
    private readonly recordIssuer: RecordIssuer,
    private readonly listOffers: ListOffers,
    private readonly createPlan: CreatePlan,
    private readonly updateMethod: UpdatePaymentMethod,
    private readonly buyers: DemoBuyers,
    private readonly contracts: DemoContracts,
    private readonly declarePayment: DeclarePayment,
    private readonly validatePayment: ValidatePayment,
    private readonly rejectPayment: RejectPayment,
    private readonly payments: PaymentRepository,
    private readonly invoices: InvoiceRepository,
  ) {
    super();
  }

  /** @throws Error in production, or when the cast lacks somebody */
  async plant(cast: DemoCast): Promise<boolean> {
    if (this.config.isProduction) throw new Error('demo data is refused in production');
    const adminId = member(cast, 'admin@calmnessfi.com');
    const now = this.clock.now();
    const planted = await this.at(now, openedDaysAgo, () => this.openShop(adminId));
    if (await this.othersInvoiced(cast)) return planted;
    let told = false;
    for (const chapter of demoStory) told = (await this.tell(chapter, cast, adminId, now)) || told;
    await this.contracts.plant(cast, adminId);
    return planted || told;
  }

  /** Ten in the morning of that day in Paris, at an academy that keeps office hours. */
  private at<T>(now: Date, daysAgo: number, work: () => Promise<T>): Promise<T> {
    const day = startOfDay(addDays(dayIn(now, businessZone), -daysAgo));
    return tellingThePast(new Date(day.getTime() + tenInTheMorningMs), work);
  }

  /** Somebody worked here before the story began: a past cannot be told behind an invoice of today. */
  private async othersInvoiced(cast: DemoCast): Promise<boolean> {
    const [invoice] = await this.invoices.search({ limit: 1 });
    const [first] = demoStory;
    if (!invoice || !first) return false;
    return !(await this.payments.findByIdempotencyKey(member(cast, first.email), first.key));
  }

  private async openShop(adminId: Uuid): Promise<boolean> {
    const plans = await this.listOffers.listPlans('all');
    const missing = demoPlans.filter((plan) => !plans.some(({ code }) => code === plan.code));
    for (const plan of missing) await this.createPlan.execute({ ...plan, actorId: adminId });
    const empty = (await this.listOffers.listMethods('all')).filter(
      ({ coordinates }) => coordinates.length === 0,
    );
    for (const { code, version } of empty) {
      const changes = { coordinates: demoCoordinates[code], active: true };
      await this.updateMethod.execute({ actorId: adminId, code, version, changes });
    }
    const issuer = await this.readIssuer.find();
    if (!issuer) await this.recordIssuer.execute({ ...demoIssuer, adminId });
    return missing.length + empty.length > 0 || !issuer;
  }

  /** False when the chapter was told before. */
  private async tell(chapter: DemoPayment, cast: DemoCast, adminId: Uuid, now: Date): Promise<boolean> {
    const memberId = member(cast, chapter.email);
    const known = await this.payments.findByIdempotencyKey(memberId, chapter.key);
    if (known && (known.status !== 'pending' || chapter.outcome.kind === 'pending')) return false;
    await this.buyers.bill(memberId);
    const payment = await this.at(now, chapter.declaredDaysAgo, () =>
      this.declarePayment.execute({
        memberId,
        planCode: chapter.planCode,
        method: chapter.method,
        idempotencyKey: chapter.key,
      }),
    );
    await this.decide(chapter, payment.id, adminId, now);
    return true;
  }

  private async decide({ outcome }: DemoPayment, paymentId: Uuid, adminId: Uuid, now: Date): Promise<void> {
    if (outcome.kind === 'pending') return;
    await this.at(now, outcome.daysAgo, async () => {
      if (outcome.kind === 'rejected') {
        await this.rejectPayment.execute({ paymentId, adminId, reason: outcome.reason });
        return;
      }
      const receivedOn = addDays(dayIn(this.clock.now(), businessZone), -1);
      const { transactionNumber } = outcome;
      await this.validatePayment.execute({ paymentId, adminId, transactionNumber, receivedOn });
    });
  }
}

function member(cast: DemoCast, email: string): Uuid {
  const id = cast.get(email);
  if (!id) throw new Error(`the demonstration has no ${email}`);
  return id;
}
