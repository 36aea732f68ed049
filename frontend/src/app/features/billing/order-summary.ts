import { Component, computed, inject, input } from '@angular/core';
import type { OrderSummaryView } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Money } from '../../ui/money';
import { Note } from '../../ui/note';
import { billingTexts } from './billing-texts';
import { identityTexts } from './identity/identity-texts';
import { lastDayIncluded } from './last-day';

/** The récapitulatif: who sells what, where, for how long and for how much, before the member orders. */
@Component({
  selector: 'cal-order-summary',
  imports: [Money, Note],
  templateUrl: './order-summary.html',
  styleUrl: './order-summary.scss',
})
export class OrderSummary {
  readonly order = input.required<OrderSummaryView>();
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(billingTexts);
  protected readonly who = useTexts(identityTexts);
  protected readonly access = computed(() =>
    this.t().order.accessFrom(
      this.formats.day(this.order().starts_on),
      this.formats.day(lastDayIncluded(this.order().ends_on)),
    ),
  );
  protected readonly buyer = computed(() => {
    const { address, country, siren, vat_number: vatNumber } = this.order().buyer;
    return [
      ...address,
      this.formats.country(country),
      ...(siren ? [this.who().siren(siren)] : []),
      ...(vatNumber ? [this.who().vatNumber(vatNumber)] : []),
    ];
  });

  protected vatLabel(rate: number | null): string {
    return rate === null ? this.t().order.noVat : this.t().order.vat(this.formats.percent(rate));
  }
}
