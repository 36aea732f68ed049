import { Injectable, type PipeTransform } from '@nestjs/common';
import { vendors, type Vendor } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';

/** @throws DomainError request.not-found for a provider the house does not know */
@Injectable()
export class VendorPipe implements PipeTransform<string, Vendor> {
  transform(value: string): Vendor {
    const vendor = vendors.find((known) => known === value);
    if (!vendor) throw new DomainError('request.not-found', {}, 'not-found');
    return vendor;
  }
}
