import { httpResource } from '@angular/common/http';
import { computed, Service } from '@angular/core';
import type { PlanList } from '@calmness/contracts';

/** What the academy sells, in the order the admin gave. */
@Service({ autoProvided: false })
export class PlanCatalogue {
  readonly list = httpResource<PlanList>(() => '/api/plans');
  /** A trial is started from one's subscriptions, not bought. */
  readonly plans = computed(() =>
    this.list.hasValue()
      ? this.list
          .value()
          .plans.filter(({ kind }) => kind !== 'trial')
          .toSorted((a, b) => a.position - b.position)
      : [],
  );
}
