import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { roles } from '@calmness/contracts';
import type { MemberCard, Role, RolesWrite } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { FailureNote } from '../../ui/failure-note';
import { WaitButton } from '../../ui/wait-button';
import { membersTexts } from './members-texts';

type Duty = Exclude<Role, 'member'>;
const duties = roles.filter((role): role is Duty => role !== 'member');

/** The duties a member holds; everybody stays a member. */
@Component({
  selector: 'cal-roles-card',
  imports: [FailureNote, FormField, FormRoot, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="roles">
      <h2 id="roles">{{ texts().file.rolesTitle }}</h2>
      @if (submission.failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <form class="stack-tight" [formRoot]="fields">
        <div class="row">
          @for (duty of duties; track duty) {
            <label>
              <input type="checkbox" class="tick" [formField]="fields[duty]" />{{ texts().roles[duty] }}
            </label>
          }
        </div>
        <div class="row">
          <button
            matButton="filled"
            type="submit"
            [disabled]="!fields().dirty()"
            [calWaiting]="fields().submitting()"
          >
            {{ texts().file.saveRoles }}
          </button>
        </div>
      </form>
    </section>
  `,
  styles: `
    label {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-height: 32px;
    }
  `,
})
export class RolesCard {
  readonly member = input.required<MemberCard>();
  readonly saved = output();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly texts = useTexts(membersTexts);
  protected readonly duties = duties;
  protected readonly submission = new Submission();
  private readonly held = computed(
    () =>
      Object.fromEntries(duties.map((duty) => [duty, this.member().roles.includes(duty)])) as Record<
        Duty,
        boolean
      >,
  );
  private readonly model = linkedSignal(() => this.held());
  protected readonly fields = form(this.model, {
    submission: { action: (tree) => this.submission.send(tree, () => this.save()) },
  });

  private async save(): Promise<void> {
    const chosen = this.model();
    const { id, version } = this.member();
    const body: RolesWrite = { roles: duties.filter((duty) => chosen[duty]), version };
    await firstValueFrom(this.http.put(`/api/admin/members/${id}/roles`, body));
    this.fields().reset();
    this.toasts.show(this.texts().file.done, { tone: 'success' });
    this.saved.emit();
  }
}
