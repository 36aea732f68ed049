import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NgTemplateOutlet } from '@angular/common';
import { Icon } from './icon';
import type { Tone } from './tone';

/** One figure, its name and its colour; a link when there is more to see. */
@Component({
  selector: 'cal-stat-card',
  imports: [Icon, RouterLink, NgTemplateOutlet],
  template: `
    <ng-template #inside>
      <span class="badge"><cal-icon [path]="icon()" /></span>
      <span class="label">{{ label() }}</span>
      <span class="value">{{ value() }}</span>
    </ng-template>
    @if (link(); as target) {
      <a class="frame" [routerLink]="target"><ng-container [ngTemplateOutlet]="inside" /></a>
    } @else {
      <div class="frame"><ng-container [ngTemplateOutlet]="inside" /></div>
    }
  `,
  host: { '[attr.data-tone]': 'tone()' },
  styleUrl: './stat-card.scss',
})
export class StatCard {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly icon = input.required<string>();
  readonly tone = input<Tone>('neutral');
  readonly link = input<string>();
}
