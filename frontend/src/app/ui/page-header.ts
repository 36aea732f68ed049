import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiArrowLeft } from '@mdi/js';
import { Icon } from './icon';

/** The head of a page: where one is, in one sentence, with the page's main action beside it (projected). */
@Component({
  selector: 'cal-page-header',
  imports: [Icon, RouterLink],
  template: `
    @if (backTo(); as target) {
      <a class="back" [routerLink]="target"><cal-icon [path]="backIcon" />{{ backLabel() }}</a>
    }
    <div class="line">
      <div class="words">
        <h1>{{ heading() }}</h1>
        @if (lead()) {
          <p class="lead">{{ lead() }}</p>
        }
      </div>
      <div class="actions"><ng-content /></div>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    .back {
      --icon-size: 18px;
      display: inline-flex;
      align-items: center;
      gap: 6px;
      width: fit-content;
      min-height: 28px;
      font-size: 0.9375rem;
      text-decoration: none;
    }
    .back:hover {
      text-decoration: underline;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      justify-content: space-between;
      gap: 16px;
    }
    .words {
      flex: 1 1 280px;
    }
    .lead {
      max-width: 64ch;
      margin-top: 6px;
      color: var(--mat-sys-on-surface-variant);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly lead = input('');
  readonly backTo = input<string>();
  readonly backLabel = input('');
  protected readonly backIcon = mdiArrowLeft;
}
