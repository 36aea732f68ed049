import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DeletionRequest, DeletionView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../../core/forms/submission';
import { valueOf } from '../../../core/http/resource-values';
import { coreTexts } from '../../../core/i18n/core-texts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Confirm } from '../../../ui/confirm';
import { Faces } from '../../../ui/faces';
import { FailureNote } from '../../../ui/failure-note';
import { Field } from '../../../ui/field';
import { Moment } from '../../../ui/moment';
import { Note } from '../../../ui/note';
import { PasswordControl } from '../../../ui/password-control';
import { TickField } from '../../../ui/tick-field';
import { WaitButton } from '../../../ui/wait-button';
import { gestionTexts } from '../accounts-texts';

const url = '/api/auth/user/deletion';

/** Deleting one's account: what stands in the way, what stays, a week to change one's mind. */
@Component({
  selector: 'cal-erasure-card',
  imports: [
    Faces,
    FailureNote,
    Field,
    FormRoot,
    MatButton,
    Moment,
    Note,
    PasswordControl,
    RouterLink,
    TickField,
    WaitButton,
  ],
  templateUrl: './erasure-card.html',
  styles: `
    ul {
      padding-left: 1.2em;
    }
    form {
      max-width: 520px;
    }
  `,
})
export class ErasureCard {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(gestionTexts);
  protected readonly t = computed(() => this.texts().data);
  private readonly words = useTexts(coreTexts);
  protected readonly answer = httpResource<DeletionView>(() => url);
  protected readonly view = valueOf(this.answer);
  protected readonly blockers = computed(() => this.view()?.blockers ?? []);
  protected readonly mustSettle = computed(() => this.blockers().some(({ waivable }) => !waivable));
  protected readonly mayGiveUp = computed(() => this.blockers().some(({ waivable }) => waivable));

  protected readonly cancelling = signal(false);
  protected readonly submission = new Submission();
  private readonly model = signal({ password: '', give_up_access: false });
  protected readonly fields = form(this.model, (path) => required(path.password), {
    submission: {
      action: (tree) => this.submission.send(tree, () => this.ask()),
      onInvalid: focusFirstError,
    },
  });

  protected async keep(): Promise<void> {
    this.cancelling.set(true);
    await this.submission.send(this.fields, async () => {
      await firstValueFrom(this.http.delete(url));
      this.toasts.show(this.t().keptDone, { tone: 'success' });
      this.answer.reload();
    });
    this.cancelling.set(false);
  }

  private async ask(): Promise<void> {
    const { confirmTitle: title, confirmBody, erase } = this.t();
    const body = confirmBody(this.view()?.grace_days ?? 0);
    const cancel = this.words().actions.cancel;
    if (!(await this.confirm.ask({ title, body, confirm: erase, cancel, danger: true }))) {
      return;
    }
    const request: DeletionRequest = this.model();
    const options = { body: request };
    this.answer.set(await firstValueFrom(this.http.delete<DeletionView>('/api/auth/user', options)));
    this.model.set({ password: '', give_up_access: false });
    this.fields().reset();
    this.toasts.show(this.t().asked, { tone: 'success' });
  }
}
