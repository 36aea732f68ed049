import { Component, computed, input, ResourceRef } from '@angular/core';
import { failureOf } from '../core/http/failure';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { FailureNote } from './failure-note';
import { Skeleton } from './skeleton';
import type { SkeletonShape } from './skeleton';

type Face = 'loading' | 'error' | 'empty' | 'filled';

/** The four faces of everything that is fetched: loading, empty, error, filled. */
@Component({
  selector: 'cal-faces',
  imports: [FailureNote, Skeleton],
  template: `
    @switch (face()) {
      @case ('loading') {
        <div aria-busy="true">
          <span class="visually-hidden" role="status">{{ t().faces.loading }}</span>
          <cal-skeleton [shape]="shape()" [count]="count()" />
        </div>
      }
      @case ('error') {
        <cal-failure-note [failure]="failure()" [retryable]="true" (retry)="of().reload()" />
      }
      @case ('empty') {
        <ng-content select="[calEmpty]" />
      }
      @case ('filled') {
        <ng-content />
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class Faces {
  readonly of = input.required<Pick<ResourceRef<unknown>, 'status' | 'error' | 'hasValue' | 'reload'>>();
  readonly empty = input(false);
  readonly shape = input<SkeletonShape>('rows');
  readonly count = input(3);
  protected readonly t = useTexts(coreTexts);
  protected readonly failure = computed(() => failureOf(this.of().error()));

  protected readonly face = computed((): Face => {
    const resource = this.of();
    if (resource.status() === 'error') {
      return 'error';
    }
    if (!resource.hasValue()) {
      return 'loading';
    }
    return this.empty() ? 'empty' : 'filled';
  });
}
