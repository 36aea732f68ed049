import { Injectable } from '@nestjs/common';
import type { Role } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

export interface DemoPerson {
  email: string;
  firstName: string;
  lastName: string;
  roles: readonly Role[];
}

/** People of the demonstration. */
@Injectable()
export class DemoPeople {
  register(_person: DemoPerson): Promise<Uuid> {
    return Promise.reject(new Error('not built yet'));
  }
}
