import { LiveAnnouncer } from '@angular/cdk/a11y';
import { afterNextRender, DOCUMENT, inject, Injector, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise, startWith } from 'rxjs';
import { PageTitles } from './page-titles';

function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? url;
}

/** After a change of page, the keyboard stands at its beginning and a screen reader hears its name. */
@Service()
export class RouteFocus {
  private readonly document = inject(DOCUMENT);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly titles = inject(PageTitles);
  private readonly injector = inject(Injector);

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects),
        startWith(''),
        pairwise(),
        filter(([before, after]) => before !== '' && pathOf(before) !== pathOf(after)),
        takeUntilDestroyed(),
      )
      .subscribe(([, after]) => {
        this.arrive(after);
      });
  }

  private arrive(url: string): void {
    afterNextRender(
      () => {
        if (!url.includes('#')) {
          this.document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
        }
        void this.announcer.announce(this.titles.current(), 'polite');
      },
      { injector: this.injector },
    );
  }
}
