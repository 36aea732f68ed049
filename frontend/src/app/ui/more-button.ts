import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { WaitButton } from './wait-button';

/** The list goes on: the server sends the next page. */
@Component({
  selector: 'cal-more-button',
  imports: [MatButton, WaitButton],
  template: `
    @if (shown()) {
      <button matButton="outlined" type="button" [calWaiting]="loading()" (click)="more.emit()">
        {{ t().actions.more }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      justify-content: center;
    }
    :host:not(:has(button)) {
      display: none;
    }
  `,
})
export class MoreButton {
  readonly shown = input.required<boolean>();
  readonly loading = input(false);
  readonly more = output();
  protected readonly t = useTexts(coreTexts);
}
