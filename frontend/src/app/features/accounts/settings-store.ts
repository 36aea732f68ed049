import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import type { SettingsPatch, SettingsView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { valueOf } from '../../core/http/resource-values';
import { Session } from '../../core/session/session';

const url = '/api/auth/user/settings/';

/** A member's settings, kept on the server; every switch is saved at once. */
@Service({ autoProvided: false })
export class SettingsStore {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  readonly answer = httpResource<SettingsView>(() => url);
  readonly settings = valueOf(this.answer);
  readonly failure = signal<Failure | undefined>(undefined);
  readonly saving = signal(false);

  /** False when the server refused; the page then shows what holds there. */
  async change(patch: Omit<SettingsPatch, 'version'>): Promise<boolean> {
    const version = this.settings()?.version ?? 0;
    this.saving.set(true);
    this.failure.set(undefined);
    try {
      this.answer.set(await firstValueFrom(this.http.patch<SettingsView>(url, { ...patch, version })));
      await this.session.reloadUser();
      return true;
    } catch (error) {
      this.failure.set(failureOf(error));
      this.answer.reload();
      return false;
    } finally {
      this.saving.set(false);
    }
  }
}
