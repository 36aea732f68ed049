import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';

export interface CreateAdminCommand {
  email: string;
  firstName: string;
  lastName: string;
  password: string;
}

@Injectable()
export class CreateAdmin {
  execute(_command: CreateAdminCommand): Promise<Uuid> {
    return Promise.reject(new Error('not built yet'));
  }
}
