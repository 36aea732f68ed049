import { Component, inject } from '@angular/core';
import { mdiCalendarClockOutline } from '@mdi/js';
import { useTexts } from '../../core/i18n/feature-texts';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { billingTexts } from './billing-texts';
import { PlanCard } from './plan-card';
import { PlanCatalogue } from './plan-catalogue';

/** The plans side by side; the middle one stands out. Used on `/plans` and on the home page. */
@Component({
  selector: 'cal-plan-grid',
  imports: [EmptyState, Faces, PlanCard],
  providers: [PlanCatalogue],
  template: `
    <cal-faces [of]="catalogue.list" [empty]="catalogue.plans().length === 0" shape="cards" [count]="3">
      <cal-empty-state
        calEmpty
        [icon]="emptyIcon"
        [title]="t().plans.emptyTitle"
        [reason]="t().plans.emptyReason"
      />
      <div class="grid">
        @for (plan of catalogue.plans(); track plan.id) {
          <cal-plan-card [plan]="plan" [featured]="$index === 1" />
        }
      </div>
    </cal-faces>
  `,
  styles: `
    :host {
      --piece-height: 420px;
      display: block;
    }
    .grid {
      display: grid;
      gap: 20px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
    }
  `,
})
export class PlanGrid {
  protected readonly catalogue = inject(PlanCatalogue);
  protected readonly t = useTexts(billingTexts);
  protected readonly emptyIcon = mdiCalendarClockOutline;
}
