import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { sendTick } from '../announcements/application/announce';
import { SendDue } from '../delivery/application/send-due';

@Injectable()
export class SendTick {
  constructor(private readonly sendDue: SendDue) {}

  @OnTick({ name: sendTick, cron: '*/2 * * * * *', beside: true })
  run(): Promise<number> {
    return this.sendDue.execute();
  }
}
