import { Component, computed, DOCUMENT, effect, inject, signal } from '@angular/core';
import { debounce, form, FormField, maxLength } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiAccountGroupOutline, mdiClose } from '@mdi/js';
import { memberSorts, memberStates, roles } from '@calmness/contracts';
import type { MemberFilter, MemberSort, SavedFilterView } from '@calmness/contracts';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Session } from '../../core/session/session';
import { Chip } from '../../ui/chip';
import { dataTable } from '../../ui/data-table';
import { Day } from '../../ui/day';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Moment } from '../../ui/moment';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { BulkBar } from './bulk-bar';
import { memberLooks } from './member-looks';
import { MembersStore } from './members-store';
import { membersTexts } from './members-texts';

const typingPauseMs = 250;

@Component({
  selector: 'cal-members-page',
  imports: [
    BulkBar,
    Chip,
    Control,
    Day,
    EmptyState,
    Faces,
    FailureNote,
    Field,
    FormField,
    Icon,
    MatButton,
    Moment,
    MoreButton,
    PageHeader,
    RouterLink,
    WaitButton,
    ...dataTable,
  ],
  providers: [MembersStore],
  templateUrl: './members-page.html',
  styleUrl: './members-page.scss',
})
export class MembersPage {
  protected readonly store = inject(MembersStore);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  protected readonly t = useTexts(membersTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icons = { people: mdiAccountGroupOutline, close: mdiClose };
  protected readonly looks = memberLooks;
  protected readonly roleNames = roles;
  protected readonly stateNames = memberStates;
  protected readonly sortNames = memberSorts;
  protected readonly mayWrite = computed(() => this.session.may('accounts.members-write'));
  protected readonly mayExport = computed(() => this.session.may('accounts.members-export'));
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);
  private readonly typed = signal({ search: '', name: '' });
  protected readonly fields = form(this.typed, (path) => {
    debounce(path.search, typingPauseMs);
    maxLength(path.name, 60);
  });
  protected readonly allChosen = computed(
    () => this.store.members().length > 0 && this.store.chosen().size === this.store.members().length,
  );
  protected readonly narrowed = computed(() =>
    Object.values(this.store.filter()).some((value) => value !== undefined && value !== ''),
  );

  constructor() {
    effect(() => {
      this.store.narrow({ search: this.typed().search.trim() });
    });
  }

  protected show(saved: SavedFilterView): void {
    this.typed.update((typed) => ({ ...typed, search: saved.filter.search ?? '' }));
    this.store.show(saved);
  }

  protected pick(name: keyof MemberFilter, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const truths: Record<string, boolean> = { true: true, false: false };
    const change = name === 'verified' || name === 'subscribed' ? truths[value] : value || undefined;
    this.store.narrow({ [name]: change });
  }

  protected pickSort(event: Event): void {
    this.store.sort.set((event.target as HTMLSelectElement).value as MemberSort);
  }

  protected clear(): void {
    this.typed.set({ search: '', name: '' });
    this.store.filter.set({});
  }

  protected choose(memberId: string, event: Event): void {
    this.store.choose(memberId, (event.target as HTMLInputElement).checked);
  }

  protected chooseAll(event: Event): void {
    this.store.chooseAll((event.target as HTMLInputElement).checked);
  }

  protected keepFilter(): Promise<void> {
    return this.run(async () => {
      await this.store.keep(this.typed().name.trim());
      this.typed.update((typed) => ({ ...typed, name: '' }));
      this.toasts.show(this.t().list.savedDone, { tone: 'success' });
    });
  }

  protected forgetFilter(filterId: string): Promise<void> {
    return this.run(() => this.store.forget(filterId));
  }

  protected export(): Promise<void> {
    return this.run(async () => {
      const url = URL.createObjectURL(await this.store.csv());
      const link = this.document.createElement('a');
      Object.assign(link, { href: url, download: 'members.csv' });
      link.click();
      URL.revokeObjectURL(url);
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
