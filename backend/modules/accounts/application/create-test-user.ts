import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';

@Injectable()
export class CreateTestUser {
  execute(): Promise<{ memberId: Uuid; email: string }> {
    return Promise.reject(new Error('not built yet'));
  }
}
