import { Component, computed, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { FieldTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { supplyKinds, vatRateCodes } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Control, Field } from '../../ui/field';
import { TickField } from '../../ui/tick-field';
import type { DraftLineForm } from './draft-form';
import { invoiceDeskTexts } from './invoice-desk-texts';

/** The lines of a draft, each in a frame of its own. */
@Component({
  selector: 'cal-draft-lines',
  imports: [Control, Field, FormField, MatButton, TickField],
  template: `
    @for (line of of(); track $index; let index = $index) {
      <fieldset class="card stack-tight">
        <legend>{{ t().line(index + 1) }}</legend>
        <div class="form-grid">
          <cal-field [name]="'label_' + index" [label]="t().fields.label" [of]="line.label">
            <input calControl [formField]="line.label" />
          </cal-field>
          <cal-field
            [name]="'detail_' + index"
            [label]="t().fields.detail"
            [optional]="true"
            [of]="line.detail"
          >
            <input calControl [formField]="line.detail" />
          </cal-field>
          <cal-field [name]="'quantity_' + index" [label]="t().fields.quantity" [of]="line.quantity">
            <input calControl inputmode="decimal" [formField]="line.quantity" />
          </cal-field>
          <cal-field [name]="'price_' + index" [label]="t().fields.price" [of]="line.price">
            <input calControl inputmode="decimal" [formField]="line.price" />
          </cal-field>
          <cal-field
            [name]="'discount_' + index"
            [label]="t().fields.discount"
            [optional]="true"
            [of]="line.discount"
          >
            <input calControl inputmode="decimal" [formField]="line.discount" />
          </cal-field>
          <cal-field
            [name]="'discount_reason_' + index"
            [label]="t().fields.discountReason"
            [optional]="true"
            [of]="line.discount_reason"
          >
            <input calControl [formField]="line.discount_reason" />
          </cal-field>
          <cal-field [name]="'supply_' + index" [label]="t().fields.supply" [of]="line.supply_kind">
            <select calControl [formField]="line.supply_kind">
              @for (kind of kinds; track kind) {
                <option [value]="kind">{{ t().supplies[kind] }}</option>
              }
            </select>
          </cal-field>
          <cal-field [name]="'rate_' + index" [label]="t().fields.rate" [of]="line.vat_rate_code">
            <select calControl [formField]="line.vat_rate_code">
              @for (code of codes; track code) {
                <option [value]="code">{{ t().rates[code] }}</option>
              }
            </select>
          </cal-field>
        </div>
        @if (line.supply_kind().value() === 'training') {
          <cal-tick-field [name]="'exempt_' + index" [of]="line.training_exempt">
            {{ t().fields.exempt }}
          </cal-tick-field>
        }
        @if (count() > 1) {
          <button
            matButton="text"
            type="button"
            [attr.aria-label]="t().removeLine(index + 1)"
            (click)="removed.emit(index)"
          >
            {{ t().removeLine(index + 1) }}
          </button>
        }
      </fieldset>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    legend {
      padding: 0 6px;
      font-weight: 600;
    }
  `,
})
export class DraftLines {
  readonly of = input.required<FieldTree<DraftLineForm[]>>();
  readonly removed = output<number>();
  private readonly texts = useTexts(invoiceDeskTexts);
  protected readonly t = computed(() => this.texts().draft);
  protected readonly count = computed(() => this.of()().value().length);
  protected readonly kinds = supplyKinds;
  protected readonly codes = vatRateCodes;
}
