import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import type { PasskeyChallenge, PasskeyList, PasskeyView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../../core/forms/submission';
import { valueOf } from '../../../core/http/resource-values';
import { coreTexts } from '../../../core/i18n/core-texts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Confirm } from '../../../ui/confirm';
import { Faces } from '../../../ui/faces';
import { FailureNote } from '../../../ui/failure-note';
import { Control, Field } from '../../../ui/field';
import { Moment } from '../../../ui/moment';
import { PasswordControl } from '../../../ui/password-control';
import { WaitButton } from '../../../ui/wait-button';
import { securityTexts } from '../accounts-texts';

const url = '/api/auth/passkeys';

/** The keys in a member's devices that open his account. */
@Component({
  selector: 'cal-passkeys-card',
  imports: [
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    Moment,
    PasswordControl,
    WaitButton,
  ],
  templateUrl: './passkeys-card.html',
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px 16px;
      padding: 10px 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    .strong {
      font-weight: 600;
    }
  `,
})
export class PasskeysCard {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(securityTexts);
  private readonly words = useTexts(coreTexts);
  protected readonly t = computed(() => this.texts().passkeys);
  protected readonly isKnown = 'PublicKeyCredential' in globalThis;
  protected readonly list = httpResource<PasskeyList>(() => url);
  private readonly value = valueOf(this.list);
  protected readonly passkeys = computed(() => this.value()?.passkeys ?? []);
  protected readonly submission = new Submission();
  private readonly model = signal({ name: '', password: '' });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.name);
      maxLength(path.name, 60);
      required(path.password);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.add()),
        onInvalid: focusFirstError,
      },
    },
  );

  protected async remove({ id, name }: PasskeyView): Promise<void> {
    const { confirm, confirmBody: body, remove } = this.t();
    const cancel = this.words().actions.cancel;
    if (!(await this.confirm.ask({ title: confirm(name), body, confirm: remove, cancel, danger: true }))) {
      return;
    }
    await this.submission.send(this.fields, async () => {
      await firstValueFrom(this.http.delete(`${url}/${id}`));
      this.toasts.show(this.t().removed, { tone: 'success' });
      this.list.reload();
    });
  }

  private async add(): Promise<void> {
    const { name, password } = this.model();
    const { challenge_id, options } = await firstValueFrom(
      this.http.post<PasskeyChallenge>(`${url}/options`, { password }),
    );
    const response = await this.askDevice(options);
    if (!response) {
      this.toasts.show(this.t().cancelled, { tone: 'error' });
      return;
    }
    this.list.set(await firstValueFrom(this.http.post<PasskeyList>(url, { challenge_id, name, response })));
    this.model.set({ name: '', password: '' });
    this.fields().reset();
    this.toasts.show(this.t().added, { tone: 'success' });
  }

  /** Nothing when its person closed the device's dialog. */
  private async askDevice(options: Record<string, unknown>): Promise<object | undefined> {
    const { startRegistration, WebAuthnError } = await import('@simplewebauthn/browser');
    try {
      return await startRegistration({
        optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
      });
    } catch (error) {
      if (error instanceof WebAuthnError || error instanceof DOMException) {
        return undefined;
      }
      throw error;
    }
  }
}
