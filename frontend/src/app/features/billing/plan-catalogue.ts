import { httpResource } from '@angular/common/http';
import { computed, Service } from '@angular/core';
import type { PlanList } from '@calmness/contracts';

/** What the academy sells, in the order the admin gave. */
@Service({ autoProvided: false })
export class PlanCatalogue {
  readonly list = httpResource<PlanList>(() => '/api/plans');
  readonly plans = computed(() =>
    this.list.hasValue() ? this.list.value().plans.toSorted((a, b) => a.position - b.position) : [],
  );
}
