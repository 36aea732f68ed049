import { Component, computed, input } from '@angular/core';
import type { ReconciliationBatchView } from '@calmness/contracts';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { reconcileTexts } from './reconcile-texts';

/** How far a batch is, with what failed and why. */
@Component({
  selector: 'cal-batch-card',
  template: `
    <section class="card stack-tight" aria-labelledby="batch">
      <h2 id="batch">{{ batch().finished ? t().batch.finished : t().batch.title }}</h2>
      <div class="row">
        <progress [value]="settled()" [max]="batch().total" [attr.aria-label]="t().batch.title"></progress>
        <span role="status" class="strong">{{ t().batch.progress(settled(), batch().total) }}</span>
      </div>
      @if (failures().length > 0) {
        <ul role="list">
          @for (row of failures(); track row.line_id) {
            <li>
              <code>{{ row.reference }}</code> · {{ t().batch.states[row.state] }}
              @if (row.error; as error) {
                · {{ words().errors[error] }}
              }
            </li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    progress {
      flex: 1 1 200px;
      height: 12px;
      accent-color: var(--mat-sys-primary);
    }
  `,
})
export class BatchCard {
  readonly batch = input.required<ReconciliationBatchView>();
  protected readonly words = useTexts(coreTexts);
  protected readonly t = useTexts(reconcileTexts);
  protected readonly settled = computed(() => this.batch().done + this.batch().failed);
  protected readonly failures = computed(() => this.batch().rows.filter(({ state }) => state === 'failed'));
}
