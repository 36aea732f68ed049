import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { OrderSummaryView } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { FailureNote } from '../../ui/failure-note';
import { leavingTexts } from './leaving-texts';
import { OrderStore } from './order-store';

/** What is ticked beside the button: the terms, when access may start, a code, the place of what runs. */
@Component({
  selector: 'cal-order-consents',
  imports: [FailureNote, MatButton, RouterLink],
  template: `
    @if (order().upgrade; as upgrade) {
      <label class="line">
        <input
          #replace
          class="tick"
          type="checkbox"
          [checked]="store.upgrade()"
          (change)="replaceNow(replace.checked)"
        />
        <span>{{ t().upgrade(formats.text(upgrade.plan_name), formats.money(upgrade.credit_cents)) }}</span>
      </label>
    }
    <div class="code">
      <label for="coupon">{{ t().coupon }}</label>
      <div class="row">
        <input
          #code
          id="coupon"
          class="control"
          maxlength="40"
          autocomplete="off"
          spellcheck="false"
          [value]="store.coupon()"
          (keydown.enter)="apply(code.value)"
        />
        <button matButton="outlined" type="button" (click)="apply(code.value)">{{ t().apply }}</button>
      </div>
      @if (store.couponFailure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
    </div>
    @if (order().withdrawal_right) {
      <label class="line">
        <input
          #early
          class="tick"
          type="checkbox"
          name="early_start"
          [checked]="store.earlyStart()"
          (change)="store.earlyStart.set(early.checked)"
        />
        <span>{{ t().earlyStart }}</span>
      </label>
      <p class="fine">
        {{ t().later }} <a routerLink="/retractation" target="_blank">{{ t().withdraw }}</a>
      </p>
    }
    <label class="line">
      <input
        #terms
        class="tick"
        type="checkbox"
        name="terms"
        [checked]="store.termsAccepted()"
        (change)="store.termsAccepted.set(terms.checked)"
      />
      <span
        >{{ t().terms }}<a routerLink="/legal/cgv" target="_blank">{{ t().termsLink(order().cgv_version) }}</a
        >.</span
      >
    </label>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      margin-block: 16px;
    }
    .line {
      display: flex;
      gap: 12px;
      align-items: flex-start;
      font-size: 0.9375rem;
      line-height: 1.5;
    }
    .code {
      display: grid;
      gap: 6px;
    }
    .code label {
      font-size: 0.9375rem;
      font-weight: 600;
    }
    .code .row {
      flex-wrap: nowrap;
    }
    .code .control {
      min-width: 0;
      text-transform: uppercase;
    }
    .fine {
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.8125rem;
    }
  `,
})
export class OrderConsents {
  readonly order = input.required<OrderSummaryView>();
  protected readonly store = inject(OrderStore);
  protected readonly formats = inject(Formats);
  private readonly texts = useTexts(leavingTexts);
  protected readonly t = computed(() => this.texts().consents);

  protected apply(code: string): void {
    void this.store.tryCoupon(code.trim().toUpperCase());
  }

  /** What replaces something at once cannot wait for the fourteen days. */
  protected replaceNow(now: boolean): void {
    this.store.upgrade.set(now);
    if (now) {
      this.store.earlyStart.set(true);
    }
  }
}
