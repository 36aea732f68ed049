import { Directive, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';

/** A link the server wrote (`/user/payments/new?plan=x#city`), followed inside the app. */
@Directive({
  selector: 'a[calAppLink]',
  host: { '[attr.href]': 'calAppLink()', '(click)': 'follow($event)' },
})
export class AppLink {
  readonly calAppLink = input.required<string>();
  /** Somebody is on the way, here or in another tab. */
  readonly followed = output();
  private readonly router = inject(Router);

  protected follow(event: MouseEvent): void {
    this.followed.emit();
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!elsewhere) {
      event.preventDefault();
      void this.router.navigateByUrl(this.calAppLink());
    }
  }
}
