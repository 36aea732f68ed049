import { Component, inject, input } from '@angular/core';
import type { PaymentMoneyView } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Money } from '../../ui/money';
import { Note } from '../../ui/note';
import { moneyTexts } from './money-texts';

/** What arrived for a payment, what is missing and what is owed back. */
@Component({
  selector: 'cal-money-card',
  imports: [Money, Note],
  template: `
    <section class="card stack-tight" aria-labelledby="money">
      <h2 id="money">{{ t().title }}</h2>
      <dl class="sums">
        <div>
          <dt>{{ t().received }}</dt>
          <dd><cal-money [cents]="money().received_cents" /></dd>
        </div>
        @if (money().due_cents > 0) {
          <div>
            <dt>{{ t().due }}</dt>
            <dd><cal-money [cents]="money().due_cents" /></dd>
          </div>
        }
      </dl>
      <ul role="list" class="stack-tight">
        @for (receipt of money().receipts; track receipt.id) {
          <li>
            <p>
              <span class="strong"><cal-money [cents]="receipt.amount_cents" /></span>
              · {{ t().receipt(formats.day(receipt.received_on)) }} · {{ t().number }}
              <code>{{ receipt.transaction_number }}</code>
            </p>
            <p class="muted">
              {{ t().sources[receipt.source] }}
              @if (receipt.original; as original) {
                · {{ t().original(original.amount, original.currency, original.rate) }}
              }
              @if (receipt.override_reason; as reason) {
                · {{ t().override }} {{ reason }}
              }
            </p>
          </li>
        }
      </ul>
      @for (surplus of money().surpluses; track surplus.id) {
        <cal-note [tone]="surplus.state === 'owed' ? 'warning' : 'success'">
          <cal-money [cents]="surplus.amount_cents" /> · {{ t().surplus[surplus.choice] }}
          @if (surplus.returned_on; as day) {
            · {{ t().returned(formats.day(day)) }}
          }
        </cal-note>
      }
    </section>
  `,
  styles: `
    .sums {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 32px;
    }
    dt {
      font-size: 0.875rem;
      color: var(--mat-sys-on-surface-variant);
    }
    dd {
      font-weight: 700;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class MoneyCard {
  readonly money = input.required<PaymentMoneyView>();
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(moneyTexts);
}
