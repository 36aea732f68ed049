import { Component } from '@angular/core';
import { useTexts } from '../../core/i18n/feature-texts';
import { RiskNotice } from '../../ui/risk-notice';
import { billingTexts } from './billing-texts';
import { PlanGrid } from './plan-grid';

@Component({
  selector: 'cal-plans-page',
  imports: [PlanGrid, RiskNotice],
  template: `
    <header>
      <h1>{{ t().plans.title }}</h1>
      <p>{{ t().plans.lead }}</p>
    </header>
    <h2 class="visually-hidden">{{ t().order.steps.plan }}</h2>
    <cal-plan-grid />
    <cal-risk-notice />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 40px;
      max-width: 1180px;
      margin: 0 auto;
      padding: clamp(36px, 7vw, 80px) clamp(16px, 4vw, 32px) 80px;
    }
    header {
      text-align: center;
    }
    h1 {
      font-size: clamp(2rem, 1.4rem + 2.6vw, 3rem);
      letter-spacing: -0.035em;
    }
    header p {
      margin: 12px auto 0;
      max-width: 56ch;
      color: var(--mat-sys-on-surface-variant);
      font-size: 1.0625rem;
    }
  `,
})
export class PlansPage {
  protected readonly t = useTexts(billingTexts);
}
