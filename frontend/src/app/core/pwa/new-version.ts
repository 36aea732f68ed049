import { DOCUMENT, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SwUpdate } from '@angular/service-worker';
import { filter, merge } from 'rxjs';
import { Toasts } from '../feedback/toasts';
import { coreTexts } from '../i18n/core-texts';
import { useTexts } from '../i18n/feature-texts';

/** Says discreetly that a newer release waits; nobody is reloaded in the middle of a form. */
@Service()
export class NewVersion {
  private readonly toasts = inject(Toasts);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly t = useTexts(coreTexts);

  constructor() {
    const updates = inject(SwUpdate);
    if (!updates.isEnabled) {
      return;
    }
    const ready = updates.versionUpdates.pipe(filter(({ type }) => type === 'VERSION_READY'));
    // A page that is gone from the server and from the cache is mended by a reload as well.
    merge(ready, updates.unrecoverable)
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.say();
      });
  }

  private say(): void {
    const { ready, reload } = this.t().newVersion;
    const run = (): void => this.window?.location.reload();
    this.toasts.show(ready, { action: { label: reload, run }, stays: true });
  }
}
