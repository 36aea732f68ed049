import { DestroyRef, Directive, DOCUMENT, ElementRef, inject } from '@angular/core';

/**
 * A list whose rows leave: whoever was on one goes to the row that took its place, or to the page when it
 * was the last, instead of back to the top of the document.
 */
@Directive({ selector: 'ul[calKeepFocus]', host: { '(focusin)': 'remember($event)' } })
export class KeepFocus {
  private readonly document = inject(DOCUMENT);
  private readonly list = inject<ElementRef<HTMLUListElement>>(ElementRef).nativeElement;
  private row: Element | undefined;
  private place = 0;

  constructor() {
    const observer = new MutationObserver(() => {
      this.rescue(this.list.children[Math.min(this.place, this.list.children.length - 1)]);
    });
    observer.observe(this.list, { childList: true });
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      queueMicrotask(() => {
        this.rescue(this.document.getElementById('content'));
      });
    });
  }

  protected remember({ target }: FocusEvent): void {
    const rows = [...this.list.children];
    this.row = rows.find((row) => row.contains(target as Node));
    this.place = this.row ? rows.indexOf(this.row) : 0;
  }

  private rescue(next: Element | null | undefined): void {
    const lost = this.row !== undefined && !this.row.isConnected;
    if (lost && this.document.activeElement === this.document.body && next instanceof HTMLElement) {
      this.row = undefined;
      next.focus();
    }
  }
}
