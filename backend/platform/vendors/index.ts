export { addressFaults, vendorNames, type AddressFault, type SendOutcome, type VendorName } from './outcome';
export { lanes, VendorGate, type Admission, type Lane, type VendorHealth } from './gate/vendor-gate';
export { DatabaseVendorGate } from './gate/database-vendor-gate';
export { InFlight } from './gate/in-flight';
export { bulkShare, pacesFor, type Pace, type VendorPace } from './gate/paces';
export { VendorGateModule } from './gate/vendor-gate.module';
export { VendorsModule } from './vendors.module';
