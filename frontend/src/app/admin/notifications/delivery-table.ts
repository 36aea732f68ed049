import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiTestTube } from '@mdi/js';
import type { DeliveryLogRow } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { deliveryTexts } from '../../features/notifications/delivery-texts';
import { Chip } from '../../ui/chip';
import { dataTable } from '../../ui/data-table';
import { Moment } from '../../ui/moment';
import { deliveryLooks } from './delivery-looks';
import { deskTexts } from './desk-texts';

/** Deliveries, newest first, each with the way to its story. */
@Component({
  selector: 'cal-delivery-table',
  imports: [Chip, Moment, RouterLink, ...dataTable],
  template: `
    <div class="table-card">
      <table calTable [attr.aria-label]="label()">
        <thead calRows>
          <tr calRow>
            <th calHead>{{ t().columns.what }}</th>
            <th calHead>{{ t().columns.who }}</th>
            <th calHead>{{ t().columns.channel }}</th>
            <th calHead>{{ t().columns.state }}</th>
            <th calHead>{{ t().columns.when }}</th>
          </tr>
        </thead>
        <tbody calRows>
          @for (row of rows(); track row.id) {
            <tr calRow>
              <td [calCell]="t().columns.what">
                <span class="two-lines">
                  <a
                    class="strong"
                    [routerLink]="['/admin/notifications/deliveries', row.id]"
                    [attr.aria-label]="t().open(words().name(row.template), row.recipient_name)"
                    >{{ words().name(row.template) }}</a
                  >
                  @if (row.test) {
                    <cal-chip tone="gold" [icon]="testIcon">{{ t().test }}</cal-chip>
                  }
                  <span class="muted">{{ words().categories[row.category] }}</span>
                </span>
              </td>
              <td [calCell]="t().columns.who">{{ row.recipient_name }}</td>
              <td [calCell]="t().columns.channel">{{ words().channels[row.channel] }}</td>
              <td [calCell]="t().columns.state">
                <span class="two-lines">
                  <cal-chip [tone]="looks[row.state].tone" [icon]="looks[row.state].icon">{{
                    words().states[row.state]
                  }}</cal-chip>
                  @if (row.last_reason; as reason) {
                    <span class="muted">{{ words().reason(reason) }}</span>
                  }
                </span>
              </td>
              <td [calCell]="t().columns.when"><cal-moment [at]="row.created_at" /></td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    cal-chip {
      width: fit-content;
    }
    .two-lines {
      justify-items: start;
    }
  `,
})
export class DeliveryTable {
  readonly rows = input.required<readonly DeliveryLogRow[]>();
  readonly label = input.required<string>();
  protected readonly t = useTexts(deskTexts);
  protected readonly words = useTexts(deliveryTexts);
  protected readonly looks = deliveryLooks;
  protected readonly testIcon = mdiTestTube;
}
