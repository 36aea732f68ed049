import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { bulkActions, errorCodes } from '@calmness/contracts';
import type { BulkAction, BulkResult, ErrorCode } from '@calmness/contracts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Confirm } from '../../ui/confirm';
import { FailureNote } from '../../ui/failure-note';
import { WaitButton } from '../../ui/wait-button';
import { MembersStore } from './members-store';
import { membersTexts } from './members-texts';

/** One action on everybody who is chosen; each has his own outcome. */
@Component({
  selector: 'cal-bulk-bar',
  imports: [FailureNote, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" [attr.aria-label]="t().title(store.chosen().size)">
      <p class="strong">{{ t().title(store.chosen().size) }}</p>
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <div class="row">
        <label
          >{{ t().action }}
          <select class="control" (change)="pickAction($event)">
            @for (name of actions; track name) {
              <option [value]="name" [selected]="action() === name">{{ t().actions[name] }}</option>
            }
          </select>
        </label>
        @if (action() === 'lock') {
          <label
            >{{ t().reason }}
            <input class="control" maxlength="300" [value]="reason()" (input)="write($event)" />
          </label>
        }
        @if (needsLabel()) {
          <label
            >{{ t().label }}
            <select class="control" (change)="pickLabel($event)">
              <option value="">–</option>
              @for (label of store.labels(); track label.id) {
                <option [value]="label.id" [selected]="labelId() === label.id">{{ label.name }}</option>
              }
            </select>
          </label>
        }
        <button
          matButton="filled"
          type="button"
          [disabled]="!ready()"
          [calWaiting]="busy()"
          (click)="apply()"
        >
          {{ t().apply }}
        </button>
        <button matButton="text" type="button" (click)="store.chooseAll(false)">{{ t().clear }}</button>
      </div>
      @if (outcome(); as outcome) {
        <div role="status">
          <p>{{ t().done(outcome.done, outcome.total) }}</p>
          @if (outcome.failed.length > 0) {
            <p>{{ t().failed }}</p>
            <ul>
              @for (line of outcome.failed; track line.id) {
                <li>{{ line.name }}{{ words().colon }} {{ line.why }}</li>
              }
            </ul>
          }
        </div>
      }
    </section>
  `,
  styles: `
    label {
      display: grid;
      gap: 6px;
      font-size: 0.875rem;
      font-weight: 600;
    }
    .row {
      align-items: flex-end;
    }
    ul {
      padding-left: 1.2em;
    }
  `,
})
export class BulkBar {
  protected readonly store = inject(MembersStore);
  private readonly confirm = inject(Confirm);
  private readonly texts = useTexts(membersTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly t = computed(() => this.texts().bulk);
  protected readonly actions = bulkActions;
  protected readonly action = signal<BulkAction>('label');
  protected readonly reason = signal('');
  protected readonly labelId = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);
  private readonly result = signal<BulkResult | undefined>(undefined);
  protected readonly needsLabel = computed(() => this.action() === 'label' || this.action() === 'unlabel');
  protected readonly ready = computed(() =>
    this.needsLabel() ? this.labelId() !== '' : this.action() !== 'lock' || this.reason().trim().length >= 3,
  );
  protected readonly outcome = computed(() => {
    const results = this.result()?.results;
    const names = new Map(this.store.members().map((member) => [member.id, member.email]));
    return (
      results && {
        done: results.filter(({ done }) => done).length,
        total: results.length,
        failed: results
          .filter(({ done }) => !done)
          .map(({ member_id: id, code }) => ({ id, name: names.get(id) ?? id, why: this.whyOf(code) })),
      }
    );
  });

  protected pickAction(event: Event): void {
    this.action.set((event.target as HTMLSelectElement).value as BulkAction);
  }

  protected pickLabel(event: Event): void {
    this.labelId.set((event.target as HTMLSelectElement).value);
  }

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLInputElement).value);
  }

  protected async apply(): Promise<void> {
    const { confirmTitle, confirmBody: body, actions, apply: confirm } = this.t();
    const title = confirmTitle(actions[this.action()], this.store.chosen().size);
    const cancel = this.words().actions.cancel;
    if (!(await this.confirm.ask({ title, body, confirm, cancel, danger: this.action() === 'lock' }))) {
      return;
    }
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      const label = this.needsLabel() ? { label_id: this.labelId() } : {};
      const reason = this.action() === 'lock' ? { reason: this.reason().trim() } : {};
      this.result.set(await this.store.act({ action: this.action(), ...label, ...reason }));
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private whyOf(code: string | null): string {
    const known = errorCodes.find((one) => one === code);
    return this.words().errors[known ?? ('request.unexpected' satisfies ErrorCode)];
  }
}
