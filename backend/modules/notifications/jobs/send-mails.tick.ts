import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { sendMailsTick } from '../announcements/application/announce';
import { SendDueMails } from '../delivery/application/send-due-mails';

@Injectable()
export class SendMailsTick {
  constructor(private readonly sendDueMails: SendDueMails) {}

  @OnTick({ name: sendMailsTick, cron: '*/5 * * * * *' })
  run(): Promise<number> {
    return this.sendDueMails.execute();
  }
}
