import type {
  PaymentMethodPatch,
  PaymentMethodView,
  PlanPatch,
  PlanView,
  PlanWrite,
} from '@calmness/contracts';
import type { PlanDetails } from '../application/create-plan';
import type { PaymentMethodEntity } from '../persistence/payment-method.entity';
import type { PlanEntity } from '../persistence/plan.entity';

export function presentPlan(plan: PlanEntity): PlanView {
  const { id, code, name, description, features, active, position, version } = plan;
  return {
    ...{ id, code, name, description, features, active, position, version },
    plan_group: plan.planGroup,
    duration_months: plan.durationMonths,
    price_cents: plan.priceCents,
    price_mode: plan.priceMode,
    supply_kind: plan.supplyKind,
    training_exempt: plan.trainingExempt,
    currency: 'EUR',
    vat_rate_code: plan.vatRateCode,
  };
}

export function readPlan(body: PlanWrite): PlanDetails {
  const { code, name, description, features, active, position } = body;
  return {
    ...{ code, name, description, features, active, position },
    planGroup: body.plan_group,
    durationMonths: body.duration_months,
    priceCents: body.price_cents,
    vatRateCode: body.vat_rate_code,
    priceMode: body.price_mode ?? 'TTC',
    supplyKind: body.supply_kind ?? 'live',
    trainingExempt: body.training_exempt ?? false,
  };
}

/** Only what was sent changes. */
export function readPlanPatch(body: PlanPatch): Partial<Omit<PlanDetails, 'code'>> {
  const { name, description, features, active, position } = body;
  return withoutGaps({
    ...{ name, description, features, active, position },
    planGroup: body.plan_group,
    durationMonths: body.duration_months,
    priceCents: body.price_cents,
    priceMode: body.price_mode,
    supplyKind: body.supply_kind,
    trainingExempt: body.training_exempt,
    vatRateCode: body.vat_rate_code,
  });
}

export function presentMethod(method: PaymentMethodEntity): PaymentMethodView {
  const { code, name, instructions, coordinates, active, position, version } = method;
  return { code, name, instructions, coordinates, active, position, version };
}

/** Only what was sent changes. */
export function readMethodPatch(
  body: PaymentMethodPatch,
): Partial<Omit<PaymentMethodEntity, 'code' | 'version'>> {
  const { name, instructions, coordinates, active, position } = body;
  return withoutGaps({ name, instructions, coordinates, active, position });
}

function withoutGaps<Fields extends object>(fields: Fields): Partial<Fields> {
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(sent) as Partial<Fields>;
}
