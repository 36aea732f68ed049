import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ContractRequestReceipt } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { leavingTexts } from './leaving-texts';

/** A request has arrived: its number and its second, to be kept. */
@Component({
  selector: 'cal-request-receipt',
  imports: [MatButton, RouterLink],
  template: `
    <div class="stack-tight" role="status">
      <h1>{{ heading() }}</h1>
      <p>{{ body() }}</p>
      <p>
        {{ t().form.reference }} <strong>{{ receipt().reference }}</strong> · {{ t().form.receivedAt }}
        {{ formats.instant(receipt().received_at) }}
      </p>
      <a matButton="outlined" routerLink="/">{{ t().form.home }}</a>
    </div>
  `,
})
export class RequestReceipt {
  readonly receipt = input.required<ContractRequestReceipt>();
  readonly heading = input.required<string>();
  readonly body = input.required<string>();
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(leavingTexts);
}
