import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';

@Component({
  selector: 'cal-not-found',
  imports: [MatButton, RouterLink],
  template: `
    <p class="number" aria-hidden="true">404</p>
    <h1>{{ t().titles.notFound }}</h1>
    <p class="words">{{ t().errors['request.not-found'] }}</p>
    <a matButton="filled" routerLink="/">{{ t().nav.backHome }}</a>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: 14px;
      padding: clamp(64px, 14vh, 140px) 20px;
      text-align: center;
    }
    .number {
      font-size: clamp(5rem, 20vw, 9rem);
      font-weight: 700;
      line-height: 0.9;
      letter-spacing: -0.06em;
      color: var(--mat-sys-gold-outline);
    }
    .words {
      margin-bottom: 10px;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class NotFound {
  protected readonly t = useTexts(coreTexts);
}
