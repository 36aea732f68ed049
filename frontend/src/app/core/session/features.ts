import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import type { Flag, OpenFlagsView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../feedback/toasts';
import { coreTexts } from '../i18n/core-texts';
import { useTexts } from '../i18n/feature-texts';
import { Session } from './session';

/** What is switched on for whoever is here. The server asks the same switches at every request. */
@Service()
export class Features {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  /** A visitor's; everything counts as on until they are read. */
  private readonly open = signal<OpenFlagsView['flags'] | null>(null);
  private reading: Promise<void> | undefined;
  private readonly flags = computed(() => this.session.user()?.flags ?? this.open());

  isOn(flag: Flag): boolean {
    return this.flags()?.[flag] ?? true;
  }

  /** Resolves when the switches are known; an outage leaves everything on, and the server to say no. */
  async ready(): Promise<void> {
    await this.session.wake();
    if (!this.session.user()) {
      this.reading ??= this.read();
      await this.reading;
    }
  }

  private async read(): Promise<void> {
    try {
      this.open.set((await firstValueFrom(this.http.get<OpenFlagsView>('/api/flags'))).flags);
    } catch {
      this.reading = undefined;
    }
  }
}

/** A page of a feature that may be switched off: it then leads elsewhere and says why. */
export function whileOn(flag: Flag, elsewhere: string): CanActivateFn {
  return async () => {
    const [features, router, toasts] = [inject(Features), inject(Router), inject(Toasts)];
    const texts = useTexts(coreTexts);
    await features.ready();
    if (features.isOn(flag)) {
      return true;
    }
    toasts.show(texts().errors['accounts.feature-off'], { tone: 'error' });
    return router.createUrlTree([elsewhere]);
  };
}
