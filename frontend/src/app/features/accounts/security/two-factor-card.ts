import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { mdiShieldCheckOutline, mdiShieldOffOutline } from '@mdi/js';
import type { RecoveryCodes, TwoFactorSetup, TwoFactorState } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../../core/forms/submission';
import { valueOf } from '../../../core/http/resource-values';
import { coreTexts } from '../../../core/i18n/core-texts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Chip } from '../../../ui/chip';
import { Faces } from '../../../ui/faces';
import { FailureNote } from '../../../ui/failure-note';
import { Control, Field } from '../../../ui/field';
import { PasswordControl } from '../../../ui/password-control';
import { WaitButton } from '../../../ui/wait-button';
import { securityTexts } from '../accounts-texts';
import { RecoveryCodesList } from './recovery-codes-list';

const url = '/api/auth/two-factor';
/** What the member is doing: nothing, proving who he is, scanning, giving it up, asking for other codes. */
type Step = 'rest' | 'prove' | 'scan' | 'disable' | 'renew';

@Component({
  selector: 'cal-two-factor-card',
  imports: [
    Chip,
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    PasswordControl,
    RecoveryCodesList,
    WaitButton,
  ],
  templateUrl: './two-factor-card.html',
  styleUrl: './two-factor-card.scss',
})
export class TwoFactorCard {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(securityTexts);
  protected readonly t = computed(() => this.texts().twoFactor);
  protected readonly words = useTexts(coreTexts);
  protected readonly icons = { on: mdiShieldCheckOutline, off: mdiShieldOffOutline };
  protected readonly answer = httpResource<TwoFactorState>(() => url);
  protected readonly state = valueOf(this.answer);
  protected readonly step = signal<Step>('rest');
  protected readonly setup = signal<TwoFactorSetup | null>(null);
  protected readonly codes = signal<string[] | null>(null);
  protected readonly qrImage = computed(() => {
    const svg = this.setup()?.qr_svg;
    return svg ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` : '';
  });
  protected readonly asksPassword = computed(() => this.step() !== 'scan');
  protected readonly asksCode = computed(() => this.step() !== 'prove');

  protected readonly submission = new Submission();
  private readonly model = signal({ password: '', otp: '' });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.password, { when: () => this.asksPassword() });
      required(path.otp, { when: () => this.asksCode() });
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.go()),
        onInvalid: focusFirstError,
      },
    },
  );

  protected begin(step: Step): void {
    this.model.set({ password: '', otp: '' });
    this.fields().reset();
    this.submission.clear();
    this.step.set(step);
  }

  protected codesKept(): void {
    this.codes.set(null);
  }

  private go(): Promise<void> {
    const steps: Record<Step, () => Promise<void>> = {
      rest: () => Promise.resolve(),
      prove: () => this.show(),
      scan: () => this.enable(),
      disable: () => this.disable(),
      renew: () => this.renew(),
    };
    return steps[this.step()]();
  }

  private async show(): Promise<void> {
    const { password } = this.model();
    this.setup.set(await firstValueFrom(this.http.post<TwoFactorSetup>(`${url}/setup`, { password })));
    this.begin('scan');
  }

  private async enable(): Promise<void> {
    const { otp } = this.model();
    await this.keepCodes(this.http.post<RecoveryCodes>(`${url}/enable`, { otp }));
    this.toasts.show(this.t().enabled, { tone: 'success' });
  }

  private renew(): Promise<void> {
    return this.keepCodes(this.http.post<RecoveryCodes>(`${url}/recovery-codes`, this.model()));
  }

  private async disable(): Promise<void> {
    await firstValueFrom(this.http.post(`${url}/disable`, this.model()));
    this.begin('rest');
    this.answer.reload();
    this.toasts.show(this.t().disabled, { tone: 'success' });
  }

  private async keepCodes(request: ReturnType<typeof this.http.post<RecoveryCodes>>): Promise<void> {
    const { recovery_codes } = await firstValueFrom(request);
    this.codes.set(recovery_codes);
    this.setup.set(null);
    this.begin('rest');
    this.answer.reload();
  }
}
