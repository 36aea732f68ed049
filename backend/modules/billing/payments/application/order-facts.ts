import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { businessZone, dayIn } from '@calmness/platform/clock';
import { formatDay, formatMoney, formatRate } from '../../domain/formats';
import { printedName } from '../../invoices/domain/issuer';
import { ReadIssuer } from '../../invoices/application/read-issuer';
import { taxOf } from '../../invoices/domain/totals';
import { lastWithdrawalDay } from '../../requests/domain/withdrawal';
import { earliestOf, mayWithdraw } from '../domain/early-start';
import type { PaymentEntity } from '../persistence/payment.entity';

const places: Record<Locale, string> = {
  fr: 'À distance (visioconférence)',
  en: 'Remotely (video conference)',
};

/** What the confirmation of an order has to repeat on a durable medium (C. conso. L221-13), in the reader's words. */
@Injectable()
export class OrderFacts {
  constructor(private readonly readIssuer: ReadIssuer) {}

  /**
   * seller, sellerAddress, sellerEmail, period, place, vat, terms, starts, withdrawUntil; the last two are empty for
   * whoever has no right to withdraw.
   */
  async of(payment: PaymentEntity, locale: Locale): Promise<Record<string, string>> {
    const issuer = await this.readIssuer.find();
    const { durationMonths, cgvVersion } = payment;
    const months = locale === 'fr' ? `${durationMonths}\u00A0mois` : `${durationMonths} month(s)`;
    return {
      seller: issuer ? printedName(issuer) : '',
      sellerAddress: issuer
        ? [...issuer.addressLines, `${issuer.postalCode} ${issuer.city}`, issuer.country].join(', ')
        : '',
      sellerEmail: issuer?.email ?? '',
      ...{ period: months, place: places[locale], terms: cgvVersion, vat: this.vatOf(payment, locale) },
      ...withdrawalFacts(payment, locale),
    };
  }

  /** Tax within the price of one rate; empty when none is due. */
  private vatOf({ amountCents, vatRateBp }: PaymentEntity, locale: Locale): string {
    if (vatRateBp === null) return '';
    const { vatCents } = taxOf(amountCents, vatRateBp, 'TTC');
    return `${formatMoney(vatCents, locale)} (${formatRate(vatRateBp)})`;
  }
}

function withdrawalFacts(payment: PaymentEntity, locale: Locale): Record<string, string> {
  if (!mayWithdraw(payment.buyer)) return { starts: '', withdrawUntil: '' };
  const orderedOn = dayIn(payment.declaredAt, businessZone);
  return {
    starts: startsIn(payment, locale),
    withdrawUntil: formatDay(lastWithdrawalDay(orderedOn), locale),
  };
}

function startsIn(payment: PaymentEntity, locale: Locale): string {
  const earliest = earliestOf(payment);
  if (payment.earlyStartConsentAt)
    return locale === 'fr'
      ? 'Dès la validation du paiement, à votre demande expresse, avant la fin du délai de rétractation'
      : 'As soon as the payment is validated, at your express request, before the withdrawal period ends';
  if (!earliest) return '';
  return locale === 'fr'
    ? `Au plus tôt le ${formatDay(earliest, locale)}, à la fin du délai de rétractation`
    : `On ${formatDay(earliest, locale)} at the earliest, when the withdrawal period ends`;
}
