import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiCheck } from '@mdi/js';
import type { PlanView } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Language } from '../../core/i18n/language';
import { Icon } from '../../ui/icon';
import { billingTexts } from './billing-texts';

/** One plan as it is sold: price, length, contents, one button. */
@Component({
  selector: 'cal-plan-card',
  imports: [Icon, MatButton, RouterLink],
  templateUrl: './plan-card.html',
  styleUrl: './plan-card.scss',
  host: { '[class.featured]': 'featured()' },
})
export class PlanCard {
  readonly plan = input.required<PlanView>();
  readonly featured = input(false);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(billingTexts);
  private readonly language = inject(Language);
  protected readonly checkIcon = mdiCheck;
  protected readonly name = computed(() => this.formats.text(this.plan().name));
  protected readonly features = computed(() => this.plan().features[this.language.locale()]);
  protected readonly perMonth = computed(() =>
    this.formats.money(Math.round(this.plan().price_cents / this.plan().duration_months)),
  );
}
