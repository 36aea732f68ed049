import type { Floor } from '../floor';
import { CarryOutRefund } from './application/carry-out-refund';
import { DecideRefund } from './application/decide-refund';
import { ReadRefunds } from './application/read-refunds';
import { RefundPayment } from './application/refund-payment';
import { RefundSettings } from './application/refund-settings';
import { RefundsToApprove } from './application/refunds-to-approve';
import { BillingSettingEntity } from './persistence/billing-setting.entity';
import { RefundEntity } from './persistence/refund.entity';
import { RefundRepository } from './persistence/refund.repository';

export const refundsFloor: Floor = {
  entities: [BillingSettingEntity, RefundEntity],
  repositories: [RefundRepository],
  useCases: [CarryOutRefund, DecideRefund, ReadRefunds, RefundPayment, RefundSettings],
  door: [RefundsToApprove],
};
