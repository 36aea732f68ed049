import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { failureIn, valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Icon } from '../../ui/icon';
import { MissingFields } from '../../ui/missing-fields';
import { Money } from '../../ui/money';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { RiskNotice } from '../../ui/risk-notice';
import { WaitButton } from '../../ui/wait-button';
import { billingTexts } from './billing-texts';
import { IdentityCard } from './identity/identity-card';
import { IdentityStore } from './identity/identity-store';
import { identityTexts } from './identity/identity-texts';
import { methodIcons } from './method-icons';
import { OrderStore } from './order-store';
import { OrderSummary } from './order-summary';
import { PlanCatalogue } from './plan-catalogue';

@Component({
  selector: 'cal-order-page',
  imports: [
    Faces,
    FailureNote,
    Icon,
    IdentityCard,
    MatButton,
    MissingFields,
    Money,
    Note,
    OrderSummary,
    PageHeader,
    RiskNotice,
    RouterLink,
    WaitButton,
  ],
  providers: [IdentityStore, OrderStore, PlanCatalogue],
  templateUrl: './order-page.html',
  styleUrl: './order-page.scss',
})
export class OrderPage {
  /** `?plan=`: the plan chosen elsewhere; the address keeps the choice across a reload. */
  readonly plan = input<string>();

  private readonly router = inject(Router);
  protected readonly store = inject(OrderStore);
  protected readonly catalogue = inject(PlanCatalogue);
  protected readonly formats = inject(Formats);
  protected readonly identity = inject(IdentityStore);
  protected readonly t = useTexts(billingTexts);
  protected readonly who = useTexts(identityTexts);
  protected readonly methodIcons = methodIcons;
  protected readonly summary = valueOf(this.store.summary);
  private readonly refused = failureIn(this.store.summary);
  /** Not a fault: the register is being asked, or did not know the number. */
  protected readonly unchecked = computed(() => this.refused()?.code === 'billing.vat-number-unchecked');
  protected readonly incomplete = computed(() => this.store.failure()?.code === 'billing.profile-incomplete');

  constructor() {
    effect(() => {
      this.store.plan.set(this.plan());
    });
  }

  protected choose(plan: string): void {
    void this.router.navigate([], { queryParams: { plan }, replaceUrl: true });
  }

  protected async place(): Promise<void> {
    const payment = await this.store.order();
    if (payment) {
      await this.router.navigate(['/user/payments', payment]);
    }
  }
}
