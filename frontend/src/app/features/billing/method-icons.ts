import { mdiBankOutline, mdiBitcoin, mdiCellphone, mdiWalletOutline } from '@mdi/js';
import type { PaymentMethodCode } from '@calmness/contracts';

export const methodIcons: Record<PaymentMethodCode, string> = {
  bank_transfer: mdiBankOutline,
  crypto: mdiBitcoin,
  mobile_money: mdiCellphone,
  paypal: mdiWalletOutline,
};
