import { Component, computed, input } from '@angular/core';

export type SkeletonShape = 'rows' | 'cards' | 'form' | 'text' | 'figure';

/** The shadow of what is coming, in its shape, so that nothing jumps when it arrives. */
@Component({
  selector: 'cal-skeleton',
  template: `
    @for (piece of pieces(); track piece) {
      <span class="piece" aria-hidden="true"></span>
    }
  `,
  host: { '[attr.data-shape]': 'shape()' },
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    :host([data-shape='cards']) {
      gap: 16px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 165px), 1fr));
    }
    :host([data-shape='form']) {
      gap: 20px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    }
    .piece {
      height: var(--piece-height, 60px);
      border-radius: var(--mat-sys-corner-medium);
      background: linear-gradient(
        100deg,
        var(--mat-sys-surface-container-highest) 30%,
        var(--mat-sys-surface-container-high) 50%,
        var(--mat-sys-surface-container-highest) 70%
      );
      background-size: 300% 100%;
      animation: breathe 2.2s ease-in-out infinite;
    }
    :host([data-shape='cards']) .piece {
      height: var(--piece-height, 124px);
    }
    :host([data-shape='form']) .piece {
      height: var(--piece-height, 74px);
    }
    :host([data-shape='text']) .piece {
      height: 14px;
    }
    :host([data-shape='text']) .piece:nth-child(3n) {
      width: 72%;
    }
    :host([data-shape='figure']) .piece {
      height: var(--piece-height, 260px);
    }
    @keyframes breathe {
      from {
        background-position: 100% 0;
      }
      to {
        background-position: 0 0;
      }
    }
  `,
})
export class Skeleton {
  readonly shape = input<SkeletonShape>('rows');
  readonly count = input(3);
  protected readonly pieces = computed(() => Array.from({ length: this.count() }, (_, index) => index));
}
