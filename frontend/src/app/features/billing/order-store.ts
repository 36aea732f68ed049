import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, linkedSignal, Service, signal } from '@angular/core';
import type {
  DeclarePaymentRequest,
  OrderSummaryView,
  PaymentDetail,
  PaymentEligibilityView,
  PaymentMethodCode,
  PaymentMethodList,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { IdentityStore } from './identity/identity-store';

/** One order in the making: a plan, a method, the summary the law asks for, then the declaration. */
@Service({ autoProvided: false })
export class OrderStore {
  private readonly http = inject(HttpClient);
  private readonly identity = inject(IdentityStore);
  readonly plan = signal<string | undefined>(undefined);

  readonly summary = httpResource<OrderSummaryView>(() => {
    const plan = this.plan();
    // Whoever is billed decides the VAT: another identity is another price.
    return plan && this.identity.priced()
      ? { url: '/api/auth/user/order-summary', params: { plan_code: plan } }
      : undefined;
  });
  readonly eligibility = httpResource<PaymentEligibilityView>(() => '/api/auth/user/payment-eligibility/');
  readonly methodList = httpResource<PaymentMethodList>(() => '/api/payment-methods');
  readonly methods = computed(() =>
    this.methodList.hasValue()
      ? this.methodList
          .value()
          .payment_methods.filter((method) => method.active)
          .toSorted((a, b) => a.position - b.position)
      : [],
  );
  /** The first method is proposed until another is chosen. */
  readonly method = linkedSignal<PaymentMethodCode | undefined>(() => this.methods()[0]?.code);

  readonly ordering = signal(false);
  readonly failure = signal<Failure | undefined>(undefined);
  readonly missing = computed((): readonly string[] => {
    const refused = this.failure()?.params['missing_fields'];
    if (Array.isArray(refused)) {
      return refused.map(String);
    }
    return this.eligibility.hasValue() ? this.eligibility.value().missing_fields : [];
  });

  /** The new payment's id, or nothing: then `failure` says why. */
  async order(): Promise<string | undefined> {
    const plan_code = this.plan();
    const method = this.method();
    if (!plan_code || !method || this.ordering()) {
      return undefined;
    }
    this.ordering.set(true);
    this.failure.set(undefined);
    try {
      const request: DeclarePaymentRequest = { plan_code, method };
      const payment = await firstValueFrom(
        this.http.post<PaymentDetail>('/api/auth/user/payments/', request),
      );
      return payment.id;
    } catch (error) {
      const failure = failureOf(error);
      this.failure.set(failure);
      if (failure.code === 'billing.country-required') {
        this.identity.edit();
      }
      return undefined;
    } finally {
      this.ordering.set(false);
    }
  }
}
