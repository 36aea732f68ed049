import type {
  DraftLine,
  InvoiceDraftType,
  InvoiceDraftView,
  InvoiceDraftWrite,
  PriceMode,
  SupplyKind,
} from '@calmness/contracts';
import { centsOf, priceOf } from '../plans/plan-form';
import { parisToday } from '../paris-today';

export interface DraftLineForm {
  label: string;
  detail: string;
  /** As typed: `1`, `2,5`. */
  quantity: string;
  /** Euros, as typed. */
  price: string;
  discount: string;
  discount_reason: string;
  supply_kind: SupplyKind;
  vat_rate_code: string;
  training_exempt: boolean;
}
export interface DraftForm {
  type: InvoiceDraftType;
  member_id: string;
  price_mode: PriceMode;
  lines: DraftLineForm[];
  supply_from: string;
  supply_to: string;
  due_date: string;
  purchase_order: string;
  reason: string;
  preceding_ids: string[];
}

export const blankLine: DraftLineForm = {
  ...{ label: '', detail: '', quantity: '1', price: '', discount: '', discount_reason: '' },
  ...{ supply_kind: 'live', vat_rate_code: 'standard', training_exempt: false },
};

/** A draft begins today, is due in thirty days, and is priced before tax: it is for a company most often. */
export function blankDraft(
  start: Partial<Pick<DraftForm, 'type' | 'member_id' | 'preceding_ids'>>,
): DraftForm {
  const today = parisToday();
  const due = new Date(`${today}T12:00:00Z`);
  due.setUTCDate(due.getUTCDate() + 30);
  return {
    ...{ type: '380', member_id: '', price_mode: 'HT', lines: [blankLine], preceding_ids: [] },
    ...{ supply_from: today, supply_to: today, due_date: due.toISOString().slice(0, 10) },
    ...{ purchase_order: '', reason: '' },
    ...start,
  };
}

/** Three decimals at most, with a comma or a point; undefined when it is no quantity. */
export function quantityOf(text: string): string | undefined {
  const found = /^\s*(\d{1,6})(?:[.,](\d{1,3}))?\s*$/.exec(text);
  const quantity = found ? `${found[1] ?? '0'}${found[2] ? `.${found[2]}` : ''}` : undefined;
  return quantity && Number(quantity) > 0 ? quantity : undefined;
}

export function draftFormOf(draft: InvoiceDraftView): DraftForm {
  return {
    type: draft.type,
    member_id: draft.member_id,
    price_mode: draft.price_mode,
    lines: draft.lines.map((line) => ({
      label: line.label,
      detail: line.detail ?? '',
      quantity: line.quantity.replace('.', ','),
      price: priceOf(line.unit_price_cents),
      discount: line.discount_cents > 0 ? priceOf(line.discount_cents) : '',
      discount_reason: line.discount_reason ?? '',
      supply_kind: line.supply_kind,
      vat_rate_code: line.vat_rate_code,
      training_exempt: line.training_exempt,
    })),
    supply_from: draft.supply_from,
    supply_to: draft.supply_to,
    due_date: draft.due_date,
    purchase_order: draft.purchase_order ?? '',
    reason: draft.reason ?? '',
    preceding_ids: draft.preceding_ids,
  };
}

const orNull = (text: string): string | null => text.trim() || null;

export function draftWriteOf({ lines, purchase_order, reason, ...form }: DraftForm): InvoiceDraftWrite {
  return {
    ...form,
    lines: lines.map(lineWriteOf),
    purchase_order: orNull(purchase_order),
    reason: form.type === '384' ? orNull(reason) : null,
    preceding_ids: form.type === '386' ? [] : form.preceding_ids,
  };
}

function lineWriteOf({ price, discount, ...line }: DraftLineForm): DraftLine {
  const discountCents = discount.trim() ? (centsOf(discount) ?? 0) : 0;
  return {
    label: line.label.trim(),
    detail: orNull(line.detail),
    quantity: quantityOf(line.quantity) ?? line.quantity,
    unit_price_cents: centsOf(price) ?? 0,
    discount_cents: discountCents,
    discount_reason: discountCents > 0 ? orNull(line.discount_reason) : null,
    supply_kind: line.supply_kind,
    vat_rate_code: line.vat_rate_code,
    training_exempt: line.training_exempt && line.supply_kind === 'training',
  };
}
