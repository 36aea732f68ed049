import { Global, Module } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { Adapters } from '@calmness/platform/observability';
import { DisabledVatRegister } from './disabled-vat-register';
import { VatRegister } from './vat-register';
import { ViesVatRegister } from './vies-vat-register';

function choose({ vendors: { vatRegister } }: Config, adapters: Adapters): VatRegister {
  if (!vatRegister) {
    const detail = 'CALMNESS_VAT_REGISTER_BASE is not set: VAT numbers are checked by hand';
    adapters.register('vat-register', () => ({ state: 'disabled', detail }));
    return new DisabledVatRegister();
  }
  const { host } = new URL(vatRegister.base);
  adapters.register('vat-register', () => ({ state: 'enabled', detail: `VAT numbers are asked at ${host}` }));
  return new ViesVatRegister(vatRegister.base);
}

@Global()
@Module({
  providers: [{ provide: VatRegister, inject: [Config, Adapters], useFactory: choose }],
  exports: [VatRegister],
})
export class VatRegisterModule {}
