export { addressFaults, vendorNames, type AddressFault, type SendOutcome, type VendorName } from './outcome';
export { lanes, VendorGate, type Admission, type Lane, type VendorHealth } from './gate/vendor-gate';
