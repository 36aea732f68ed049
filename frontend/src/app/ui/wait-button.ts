import { Directive, input } from '@angular/core';

/** While an action runs: the button keeps its place and focus, refuses a second press and shows a ring. */
@Directive({
  selector: 'button[calWaiting]',
  host: {
    '[class.waiting]': 'calWaiting()',
    '[attr.aria-busy]': 'calWaiting() || null',
    '[attr.aria-disabled]': 'calWaiting() || null',
    '(click)': 'hold($event)',
  },
})
export class WaitButton {
  readonly calWaiting = input.required<boolean>();

  protected hold(event: Event): void {
    if (this.calWaiting()) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }
}
