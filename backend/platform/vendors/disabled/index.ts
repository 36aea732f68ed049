export { DisabledVendorsModule } from './disabled-vendors.module';
