import type { PlanKind, PlanPatch, PlanView, PlanWrite, PriceMode, SupplyKind } from '@calmness/contracts';

export interface PlanForm {
  code: string;
  plan_group: string;
  name_fr: string;
  name_en: string;
  description_fr: string;
  description_en: string;
  features_fr: string;
  features_en: string;
  kind: PlanKind;
  /** Length of a trial, in days. */
  trial_days: number;
  pausable: boolean;
  /** As the admin types it: `49,00` or `49.00`. */
  price: string;
  price_mode: PriceMode;
  supply_kind: SupplyKind;
  training_exempt: boolean;
  vat_rate_code: string;
  duration_months: number;
  position: number;
  active: boolean;
}

export const blankPlan: PlanForm = {
  code: '',
  plan_group: 'academy',
  name_fr: '',
  name_en: '',
  description_fr: '',
  description_en: '',
  features_fr: '',
  features_en: '',
  kind: 'recurring',
  trial_days: 7,
  pausable: false,
  price: '',
  price_mode: 'TTC',
  supply_kind: 'live',
  training_exempt: false,
  vat_rate_code: 'standard',
  duration_months: 1,
  position: 1,
  active: true,
};

/** Cents of a price typed with a comma or a point; undefined when it is no price. */
export function centsOf(text: string): number | undefined {
  const found = /^\s*(\d{1,7})(?:[.,](\d{1,2}))?\s*€?\s*$/.exec(text);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined;
}

/** `1234` cents as a French form shows them: `12,34`. */
export function priceOf(cents: number): string {
  return `${String(Math.floor(cents / 100))},${String(cents % 100).padStart(2, '0')}`;
}

export function formOf(plan: PlanView): PlanForm {
  return {
    code: plan.code,
    plan_group: plan.plan_group,
    name_fr: plan.name.fr,
    name_en: plan.name.en,
    description_fr: plan.description.fr,
    description_en: plan.description.en,
    features_fr: plan.features.fr.join('\n'),
    features_en: plan.features.en.join('\n'),
    kind: plan.kind,
    trial_days: plan.trial_days ?? 7,
    pausable: plan.pausable,
    price: priceOf(plan.price_cents),
    price_mode: plan.price_mode,
    supply_kind: plan.supply_kind,
    training_exempt: plan.training_exempt,
    vat_rate_code: plan.vat_rate_code,
    duration_months: plan.duration_months,
    position: plan.position,
    active: plan.active,
  };
}

/** One element a line; empty lines are nothing. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function bodyOf(form: PlanForm): Omit<PlanWrite, 'code'> {
  return {
    plan_group: form.plan_group.trim(),
    name: { fr: form.name_fr.trim(), en: form.name_en.trim() },
    description: { fr: form.description_fr.trim(), en: form.description_en.trim() },
    features: { fr: linesOf(form.features_fr), en: linesOf(form.features_en) },
    kind: form.kind,
    duration_months: form.duration_months,
    // A trial costs nothing and lasts its days.
    ...(form.kind === 'trial' ? { trial_days: form.trial_days } : {}),
    pausable: form.pausable,
    price_cents: form.kind === 'trial' ? 0 : (centsOf(form.price) ?? 0),
    price_mode: form.price_mode,
    supply_kind: form.supply_kind,
    // Only training is exempt as training.
    training_exempt: form.training_exempt && form.supply_kind === 'training',
    vat_rate_code: form.vat_rate_code,
    active: form.active,
    position: form.position,
  };
}

export function newPlanOf(form: PlanForm): PlanWrite {
  return { ...bodyOf(form), code: form.code.trim() };
}

export function planPatchOf(form: PlanForm, version: number): PlanPatch {
  return { ...bodyOf(form), version };
}
