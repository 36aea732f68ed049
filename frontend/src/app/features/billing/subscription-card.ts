import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { SubscriptionRow } from '@calmness/contracts';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats, noonOf } from '../../core/i18n/formats';
import { StatusChip } from '../../ui/status-chip';
import { billingTexts } from './billing-texts';

const dayMs = 86_400_000;

@Component({
  selector: 'cal-subscription-card',
  imports: [MatButton, RouterLink, StatusChip],
  templateUrl: './subscription-card.html',
  styleUrl: './subscription-card.scss',
})
export class SubscriptionCard {
  readonly subscription = input.required<SubscriptionRow>();
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(billingTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly name = computed(() => this.formats.text(this.subscription().plan_name));
  protected readonly running = computed(() => this.subscription().status === 'active');

  protected readonly elapsed = computed(() => {
    const { starts_on, ends_on, days_left } = this.subscription();
    const total = Math.round((noonOf(ends_on).getTime() - noonOf(starts_on).getTime()) / dayMs);
    return total > 0 ? Math.min(100, Math.max(0, Math.round(((total - days_left) / total) * 100))) : 100;
  });
}
