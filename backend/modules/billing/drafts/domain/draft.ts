import type { FieldError, InvoiceDraftType, PriceMode } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { OrderedLine } from '../../invoices/domain/order';
import { amountOf } from '../../invoices/domain/totals';

export type DraftState = 'draft' | 'issued' | 'discarded';

export interface DraftContent {
  priceMode: PriceMode;
  lines: OrderedLine[];
  supplyFrom: IsoDate;
  /** Last day included. */
  supplyTo: IsoDate;
  dueDate: IsoDate;
  purchaseOrder: string | null;
  reason: string | null;
  /** The invoice that is corrected, or the deposits that are deducted. */
  precedingIds: Uuid[];
}

/** What keeps a draft from being stored, by wire field. What the law asks for is said at the preview. */
export function draftFaults(type: InvoiceDraftType, content: DraftContent): FieldError[] {
  const { lines, supplyFrom, supplyTo, reason, precedingIds } = content;
  const faults: [string, FieldError['code'], boolean][] = [
    ['supply_to', 'too_small', supplyTo < supplyFrom],
    ['reason', 'required', type === '384' && !reason?.trim()],
    ['preceding_ids', 'required', type === '384' && precedingIds.length !== 1],
    ['preceding_ids', 'invalid', type === '386' && precedingIds.length > 0],
    ['preceding_ids', 'invalid', new Set(precedingIds).size !== precedingIds.length],
    ...lines.flatMap((line, index) => lineFaults(line, index)),
  ];
  return faults.flatMap(([field, code, wrong]) => (wrong ? [{ field, code }] : []));
}

function lineFaults(line: OrderedLine, index: number): [string, FieldError['code'], boolean][] {
  const { discountCents, discountReason } = line;
  const undiscounted = amountOf({ ...line, discountCents: 0 });
  return [
    [`lines.${index}.discount_cents`, 'too_large', discountCents > undiscounted],
    [`lines.${index}.discount_reason`, 'required', discountCents > 0 && !discountReason?.trim()],
  ];
}
