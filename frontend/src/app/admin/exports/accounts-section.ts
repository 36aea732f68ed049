import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, pattern, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AccountList, AccountView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { exportsTexts } from './exports-texts';

const url = '/api/admin/exports/accounts';

/** Which account each fact is booked to. */
@Component({
  selector: 'cal-accounts-section',
  imports: [Control, Faces, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  template: `
    <section class="stack-tight" aria-labelledby="accounts">
      <h2 id="accounts">{{ t().accounts.title }}</h2>
      <p class="muted">{{ t().accounts.lead }}</p>
      <cal-faces [of]="list" [count]="4">
        <ul role="list" class="stack-tight">
          @for (account of accounts(); track account.code) {
            <li class="card">
              @if (edited()?.code === account.code) {
                <form
                  class="stack-tight"
                  [formRoot]="fields"
                  [attr.aria-label]="t().accounts.names[account.code]"
                >
                  @if (submission.failure(); as failure) {
                    <cal-failure-note [failure]="failure" />
                  }
                  <div class="form-grid">
                    <cal-field
                      name="account"
                      [label]="t().accounts.account"
                      [hint]="t().accounts.hint"
                      [of]="fields.account"
                    >
                      <input calControl spellcheck="false" [formField]="fields.account" />
                    </cal-field>
                    <cal-field name="label" [label]="t().accounts.label" [of]="fields.label">
                      <input calControl [formField]="fields.label" />
                    </cal-field>
                  </div>
                  <div class="row">
                    <button
                      class="gold-button"
                      matButton="filled"
                      type="submit"
                      [calWaiting]="fields().submitting()"
                    >
                      {{ words().actions.save }}
                    </button>
                    <button matButton="text" type="button" (click)="edited.set(undefined)">
                      {{ words().actions.cancel }}
                    </button>
                  </div>
                </form>
              } @else {
                <div class="row row-apart">
                  <span>
                    <strong>{{ t().accounts.names[account.code] }}</strong>
                    <br />
                    <span class="mono">{{ account.account }}</span> · {{ account.label }}
                  </span>
                  <button
                    matButton="outlined"
                    type="button"
                    [attr.aria-label]="t().accounts.edit(t().accounts.names[account.code])"
                    (click)="edit(account)"
                  >
                    {{ words().actions.edit }}
                  </button>
                </div>
              }
            </li>
          }
        </ul>
      </cal-faces>
    </section>
  `,
})
export class AccountsSection {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(exportsTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly submission = new Submission();
  protected readonly list = httpResource<AccountList>(() => url);
  protected readonly accounts = computed(() => (this.list.hasValue() ? this.list.value().accounts : []));
  protected readonly edited = signal<AccountView | undefined>(undefined);
  private readonly model = signal({ account: '', label: '' });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.account);
      required(path.label);
      pattern(path.account, /^[0-9]{3}[0-9A-Z]{0,9}$/);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );

  hasUnsavedChanges(): boolean {
    return this.edited() !== undefined && this.fields().dirty();
  }

  protected edit(account: AccountView): void {
    this.submission.clear();
    this.model.set({ account: account.account, label: account.label });
    this.fields().reset();
    this.edited.set(account);
  }

  private async save(): Promise<void> {
    const account = this.edited();
    if (!account) {
      return;
    }
    const change = { ...this.model(), version: account.version };
    await firstValueFrom(this.http.patch(`${url}/${account.code}`, change));
    this.edited.set(undefined);
    this.list.reload();
    this.toasts.show(this.t().accounts.saved, { tone: 'success' });
  }
}
