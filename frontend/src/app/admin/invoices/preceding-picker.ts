import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, model } from '@angular/core';
import type { AdminInvoiceList, InvoiceDraftType } from '@calmness/contracts';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { invoiceDeskTexts } from './invoice-desk-texts';

/** The invoice that is corrected (one), or the deposits that are deducted (any number). */
@Component({
  selector: 'cal-preceding-picker',
  template: `
    <fieldset>
      <legend>{{ type() === '384' ? t().preceding : t().deposits }}</legend>
      @for (invoice of invoices(); track invoice.id) {
        <label>
          <input
            [type]="type() === '384' ? 'radio' : 'checkbox'"
            name="preceding"
            [checked]="chosen().includes(invoice.id)"
            (change)="toggle(invoice.id)"
          />
          {{ invoice.number }} · {{ formats.day(invoice.issue_date) }} ·
          {{ formats.money(invoice.total_cents) }}
        </label>
      } @empty {
        <p class="muted">{{ t().noDeposit }}</p>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 8px;
    }
    legend {
      margin-bottom: 6px;
      font-size: 0.9375rem;
      font-weight: 600;
    }
    label {
      display: flex;
      gap: 10px;
      align-items: center;
      min-height: 28px;
    }
  `,
})
export class PrecedingPicker {
  readonly type = input.required<InvoiceDraftType>();
  readonly member = input.required<string>();
  readonly chosen = model.required<string[]>();
  private readonly texts = useTexts(invoiceDeskTexts);
  protected readonly formats = inject(Formats);
  protected readonly t = computed(() => this.texts().draft);
  private readonly list = valueOf(
    httpResource<AdminInvoiceList>(() => {
      const type = this.type() === '380' ? '&type=386' : '';
      return `/api/admin/invoices?member_id=${this.member()}&limit=100${type}`;
    }),
  );
  protected readonly invoices = computed(() =>
    (this.list()?.invoices ?? []).filter(
      ({ id, type, state, available_actions }) =>
        this.chosen().includes(id) ||
        (this.type() === '384'
          ? available_actions.includes('correct')
          : type === '386' && state !== 'replaced'),
    ),
  );

  protected toggle(id: string): void {
    if (this.type() === '384') {
      this.chosen.set([id]);
      return;
    }
    const chosen = this.chosen();
    this.chosen.set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  }
}
