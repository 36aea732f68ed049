import { Component, DOCUMENT, inject } from '@angular/core';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';

/** First stop of the keyboard. `<base href>` would send a bare `#content` to the home page, hence the handler. */
@Component({
  selector: 'cal-skip-link',
  template: `<a href="#content" (click)="skip($event)">{{ t().nav.skip }}</a>`,
  styles: `
    :host {
      position: absolute;
    }
    a {
      position: fixed;
      z-index: 100;
      top: 12px;
      left: 12px;
      padding: 10px 16px;
      border-radius: 10px;
      background: var(--mat-sys-brand);
      color: var(--mat-sys-on-brand);
      font-weight: 600;
      transform: translateY(-200%);
    }
    a:focus {
      transform: none;
    }
  `,
})
export class SkipLink {
  private readonly document = inject(DOCUMENT);
  protected readonly t = useTexts(coreTexts);

  protected skip(event: Event): void {
    event.preventDefault();
    this.document.querySelector<HTMLElement>('#content')?.focus();
  }
}
