import { Directive, inject, input } from '@angular/core';
import { Router } from '@angular/router';

/** A link the server wrote (`/user/payments/new?plan=x#city`), followed inside the app. */
@Directive({
  selector: 'a[calAppLink]',
  host: { '[attr.href]': 'calAppLink()', '(click)': 'follow($event)' },
})
export class AppLink {
  readonly calAppLink = input.required<string>();
  private readonly router = inject(Router);

  protected follow(event: MouseEvent): void {
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!elsewhere) {
      event.preventDefault();
      void this.router.navigateByUrl(this.calAppLink());
    }
  }
}
