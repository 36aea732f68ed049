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

  readonly termsAccepted = signal(false);
  readonly earlyStart = signal(false);
  /** Both are of one plan: another choice forgets them. */
  readonly coupon = linkedSignal({ source: this.plan, computation: () => '' });
  readonly upgrade = linkedSignal({ source: this.plan, computation: () => false });
  readonly couponFailure = signal<Failure | undefined>(undefined);

  readonly summary = httpResource<OrderSummaryView>(() => {
    const plan = this.plan();
    // Whoever is billed decides the VAT: another identity is another price.
    return plan && this.identity.priced()
      ? { url: '/api/auth/user/order-summary', params: this.wishes(plan) }
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
      const request: DeclarePaymentRequest = {
        ...{ plan_code, method, early_start: this.earlyStart(), upgrade: this.upgrade() },
        ...(this.summary.hasValue() && { terms_version: this.summary.value().cgv_version }),
        ...(this.coupon() && { coupon_code: this.coupon() }),
      };
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

  /** Tried before it is taken over: a code that is refused leaves the summary as it was. */
  async tryCoupon(code: string): Promise<void> {
    const plan = this.plan();
    this.couponFailure.set(undefined);
    if (!plan || !code) {
      this.coupon.set('');
      return;
    }
    const params = { ...this.wishes(plan), coupon_code: code };
    try {
      await firstValueFrom(this.http.get('/api/auth/user/order-summary', { params }));
      this.coupon.set(code);
    } catch (error) {
      this.couponFailure.set(failureOf(error));
    }
  }

  private wishes(plan_code: string): Record<string, string> {
    return {
      ...{ plan_code, early_start: String(this.earlyStart()) },
      ...(this.coupon() && { coupon_code: this.coupon() }),
      ...(this.upgrade() && { upgrade: 'true' }),
    };
  }
}
