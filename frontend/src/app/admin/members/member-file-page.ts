import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { accessReasons } from '@calmness/contracts';
import type { AccessReason, MemberFileView, ViewAsGrant } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { Chip } from '../../ui/chip';
import { Confirm } from '../../ui/confirm';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Moment } from '../../ui/moment';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { BilledAsCard } from './billed-as-card';
import { MemberFileSectionsView } from './member-file-sections';
import { memberLooks } from './member-looks';
import { membersTexts } from './members-texts';
import { RolesCard } from './roles-card';

/** Everything the academy knows of one member; it opens with a reason the member will read. */
@Component({
  selector: 'cal-member-file-page',
  imports: [
    BilledAsCard,
    Chip,
    Faces,
    FailureNote,
    MatButton,
    MemberFileSectionsView,
    Moment,
    Note,
    PageHeader,
    RolesCard,
    WaitButton,
  ],
  templateUrl: './member-file-page.html',
  styleUrl: './member-file-page.scss',
})
export class MemberFilePage {
  readonly id = input.required<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  protected readonly texts = useTexts(membersTexts);
  protected readonly t = computed(() => this.texts().file);
  protected readonly words = useTexts(coreTexts);
  protected readonly looks = memberLooks;
  protected readonly reasons = accessReasons;

  protected readonly reason = signal<AccessReason>('support');
  protected readonly detail = signal('');
  private readonly opened = signal<{ reason: AccessReason; detail: string } | null>(null);
  protected readonly isOpen = computed(() => this.opened() !== null);
  protected readonly answer = httpResource<MemberFileView>(() => {
    const opened = this.opened();
    return opened
      ? { url: this.url(), params: opened.detail ? opened : { reason: opened.reason } }
      : undefined;
  });
  protected readonly file = valueOf(this.answer);
  protected readonly heading = computed(() => {
    const member = this.file()?.member;
    return member ? `${member.first_name} ${member.last_name}` : this.words().titles.adminMember;
  });
  protected readonly isOneself = computed(() => this.session.user()?.id === this.id());
  protected readonly mayWrite = computed(
    () => this.session.may('accounts.members-write') && !this.isOneself(),
  );
  protected readonly busy = signal(false);
  protected readonly motive = signal('');
  protected readonly failure = signal<Failure | undefined>(undefined);
  private readonly url = computed(() => `/api/admin/members/${this.id()}`);

  protected pick(event: Event): void {
    this.reason.set((event.target as HTMLSelectElement).value as AccessReason);
  }

  protected write(into: 'detail' | 'motive', event: Event): void {
    this[into].set((event.target as HTMLInputElement).value);
  }

  protected open(): void {
    this.opened.set({ reason: this.reason(), detail: this.detail().trim() });
  }

  protected async lock(): Promise<void> {
    const { confirmLock, confirmLockBody: body, lock } = this.t();
    if (await this.sure(confirmLock(this.heading()), body, lock)) {
      await this.act(this.http.post(`${this.url()}/lock`, { reason: this.motive().trim() }));
    }
  }

  protected unlock(): Promise<void> {
    return this.act(this.http.delete(`${this.url()}/lock`));
  }

  protected async remove(): Promise<void> {
    const { confirmRemove, confirmRemoveBody: body, remove } = this.t();
    if (await this.sure(confirmRemove(this.heading()), body, remove)) {
      await this.act(this.http.post(`${this.url()}/removal`, { reason: this.motive().trim() }));
    }
  }

  protected restore(): Promise<void> {
    return this.act(this.http.delete(`${this.url()}/removal`));
  }

  protected async viewAs(): Promise<void> {
    const opening = this.opened() ?? { reason: this.reason(), detail: '' };
    const body = opening.detail ? opening : { reason: opening.reason };
    await this.run(async () => {
      const grant = await firstValueFrom(this.http.post<ViewAsGrant>(`${this.url()}/view`, body));
      await this.session.viewAs(grant);
      await this.router.navigateByUrl('/user');
    });
  }

  protected reload(): void {
    this.answer.reload();
  }

  private sure(title: string, body: string, confirm: string): Promise<boolean> {
    return this.confirm.ask({ title, body, confirm, cancel: this.words().actions.cancel, danger: true });
  }

  private act(request: ReturnType<HttpClient['delete']>): Promise<void> {
    return this.run(async () => {
      await firstValueFrom(request);
      this.motive.set('');
      this.toasts.show(this.t().done, { tone: 'success' });
      this.answer.reload();
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      await work();
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
