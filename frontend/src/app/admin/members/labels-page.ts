import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { mdiTagOutline } from '@mdi/js';
import { labelKinds } from '@calmness/contracts';
import type { LabelList, LabelView, LabelWrite } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Confirm } from '../../ui/confirm';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { membersTexts } from './members-texts';

const url = '/api/admin/labels';
const blank: LabelWrite = { kind: 'tag', name: '' };

/** Tags and groups: made and removed here, given to members in their list. */
@Component({
  selector: 'cal-labels-page',
  imports: [
    Control,
    EmptyState,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    PageHeader,
    WaitButton,
    ...dataTable,
  ],
  template: `
    <div class="stack page">
      <cal-page-header
        [heading]="words().titles.adminLabels"
        [lead]="t().lead"
        backTo="/admin/members"
        [backLabel]="t().back"
      />
      @if (submission.failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <form class="card" [formRoot]="fields" [attr.aria-label]="t().add">
        <div class="form-grid">
          <cal-field name="kind" [label]="t().kind" [of]="fields.kind">
            <select calControl [formField]="fields.kind">
              @for (kind of kinds; track kind) {
                <option [value]="kind">{{ texts().kinds[kind] }}</option>
              }
            </select>
          </cal-field>
          <cal-field name="name" [label]="t().name" [of]="fields.name">
            <input calControl autocomplete="off" [formField]="fields.name" />
          </cal-field>
        </div>
        <div class="row">
          <button matButton="filled" type="submit" [calWaiting]="fields().submitting()">{{ t().add }}</button>
        </div>
      </form>
      <cal-faces [of]="list" [empty]="labels().length === 0">
        <cal-empty-state calEmpty [icon]="icon" [title]="t().empty" [reason]="t().emptyReason" />
        <div class="table-card">
          <table calTable [attr.aria-label]="words().titles.adminLabels">
            <thead calRows>
              <tr calRow>
                <th calHead>{{ t().name }}</th>
                <th calHead>{{ t().kind }}</th>
                <th calHead>{{ t().count }}</th>
                <th calHead>{{ t().removeShort }}</th>
              </tr>
            </thead>
            <tbody calRows>
              @for (label of labels(); track label.id) {
                <tr calRow>
                  <td [calCell]="t().name">{{ label.name }}</td>
                  <td [calCell]="t().kind">{{ texts().kinds[label.kind] }}</td>
                  <td [calCell]="t().count">{{ label.members }}</td>
                  <td [calCell]="t().removeShort">
                    <button
                      matButton="outlined"
                      type="button"
                      [attr.aria-label]="t().remove(label.name)"
                      (click)="remove(label)"
                    >
                      {{ t().removeShort }}
                    </button>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      </cal-faces>
    </div>
  `,
  styles: `
    form {
      display: grid;
      gap: 16px;
    }
  `,
})
export class LabelsPage {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly texts = useTexts(membersTexts);
  protected readonly t = computed(() => this.texts().labels);
  protected readonly words = useTexts(coreTexts);
  protected readonly icon = mdiTagOutline;
  protected readonly kinds = labelKinds;
  protected readonly list = httpResource<LabelList>(() => url);
  private readonly value = valueOf(this.list);
  protected readonly labels = computed(() => this.value()?.labels ?? []);
  protected readonly submission = new Submission();
  private readonly model = signal(blank);
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.name);
      maxLength(path.name, 40);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.add()),
        onInvalid: focusFirstError,
      },
    },
  );

  protected async remove({ id, name }: LabelView): Promise<void> {
    const { confirm, confirmBody: body, removeShort } = this.t();
    const cancel = this.words().actions.cancel;
    if (
      !(await this.confirm.ask({ title: confirm(name), body, confirm: removeShort, cancel, danger: true }))
    ) {
      return;
    }
    await this.submission.send(this.fields, async () => {
      await firstValueFrom(this.http.delete(`${url}/${id}`));
      this.toasts.show(this.t().removed, { tone: 'success' });
      this.list.reload();
    });
  }

  private async add(): Promise<void> {
    this.list.set(await firstValueFrom(this.http.post<LabelList>(url, this.model())));
    this.model.set({ ...blank, kind: this.model().kind });
    this.fields().reset();
    this.toasts.show(this.t().added, { tone: 'success' });
  }
}
