export { VatRegister, type VatAnswer } from './vat-register';
export { ViesVatRegister } from './vies-vat-register';
export { VatRegisterModule } from './vat-register.module';
