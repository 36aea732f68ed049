import { AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import type { PaymentMethodCode } from '@calmness/contracts';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { TestContext } from '@calmness/platform/testing';
import { BillingReferenceData } from '../application/billing-reference-data';
import { demoIssuer } from '../application/demo/demo-issuer';
import { demoCoordinates, demoPlans } from '../application/demo/demo-offers';
import type { IssuerDetails } from '../invoices/domain/issuer';
import { RecordIssuer } from '../invoices/application/record-issuer';
import { CreatePlan } from '../offers/application/create-plan';
import { ListOffers } from '../offers/application/list-offers';
import { UpdatePaymentMethod } from '../offers/application/update-payment-method';
import { DeclarePayment } from '../payments/application/declare-payment';
import { ValidatePayment } from '../payments/application/validate-payment';
import type {
  PartialPayment,
  ValidatedPayment,
  ValidatePaymentCommand,
} from '../payments/application/validated-payment';
import { SaveBillingProfile } from '../profiles/application/save-billing-profile';
import type { BillingIdentity } from '../profiles/domain/billing-profile';
import type { PaymentEntity } from '../payments/persistence/payment.entity';

type Services = Pick<TestContext, 'get'>;

export const aMonthlyPlan = 'essentiel';
export const admin: Uuid = newId();

/** The demonstration's issuer as if he were real. */
export const realIssuer: IssuerDetails = { ...demoIssuer, legalName: 'Calmness SAS', isDemo: false };

/** An academy that can sell: law rows, methods with coordinates, three plans, an issuer unless refused. */
export async function openShop({ get }: Services, issuer: IssuerDetails | null = realIssuer): Promise<void> {
  await get(AccountsReferenceData).install();
  await get(BillingReferenceData).install();
  for (const { code, version } of await get(ListOffers).listMethods('all')) {
    const changes = { coordinates: demoCoordinates[code], active: true };
    await get(UpdatePaymentMethod).execute({ actorId: admin, code, version, changes });
  }
  for (const plan of demoPlans) await get(CreatePlan).execute({ ...plan, actorId: admin });
  if (issuer) await get(RecordIssuer).execute({ ...issuer, adminId: admin });
}

/** A member who may pay, billed in France unless told otherwise. */
export async function payingMember(
  services: Services,
  firstName = 'Jean',
  lastName = 'Dupont',
  identity: Partial<BillingIdentity> = {},
): Promise<Uuid> {
  const email = `${newId()}@example.fr`;
  const memberId = await services.get(DemoPeople).register({ email, firstName, lastName, roles: ['member'] });
  await billedAs(services, memberId, { name: `${firstName} ${lastName}`, ...identity });
  return memberId;
}

/** Who is billed: a consumer in France unless told otherwise. */
export async function billedAs(
  { get }: Services,
  memberId: Uuid,
  identity: Partial<BillingIdentity> & { name: string },
): Promise<void> {
  await get(SaveBillingProfile).execute({ ...consumer, ...identity, memberId, version: 0 });
}

const consumer: BillingIdentity = {
  kind: 'person',
  name: '',
  ...{ addressLines: ['5 place du Marché'], postalCode: '69001', city: 'Lyon', country: 'FR' },
  ...{ siren: null, vatNumber: null, electronicAddress: null, purchaseOrder: null },
};

export function declared(
  { get }: Services,
  memberId: Uuid,
  planCode = aMonthlyPlan,
  method: PaymentMethodCode = 'bank_transfer',
): Promise<PaymentEntity> {
  return get(DeclarePayment).execute({ memberId, planCode, method });
}

let numbers = 0;

/** A transaction number nobody used yet. */
export function freshNumber(): string {
  numbers += 1;
  return `TX${String(numbers).padStart(8, '0')}`;
}

export async function validate(
  services: Services,
  paymentId: Uuid,
  { transactionNumber = freshNumber(), receivedOn = '2026-11-20' } = {},
): Promise<ValidatedPayment> {
  const result = await receive(services, paymentId, { transactionNumber, receivedOn });
  if (result.status !== 'validated') throw new Error('The price is complete');
  return result;
}

/** Money found by the staff, whatever it is worth. */
export function receive(
  { get }: Services,
  paymentId: Uuid,
  found: Partial<Omit<ValidatePaymentCommand, 'paymentId'>> = {},
): Promise<ValidatedPayment | PartialPayment> {
  const usual = { adminId: admin, transactionNumber: freshNumber(), receivedOn: '2026-11-20' };
  return get(ValidatePayment).execute({ ...usual, ...found, paymentId });
}

/** A member who pays for a plan and is validated at once. */
export async function paid(
  services: Services,
  memberId: Uuid,
  planCode = aMonthlyPlan,
): Promise<ValidatedPayment> {
  const payment = await declared(services, memberId, planCode);
  return validate(services, payment.id);
}
