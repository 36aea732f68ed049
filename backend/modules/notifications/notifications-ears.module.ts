import { Module } from '@nestjs/common';
import { ListenToTelegram } from './ingress/application/listen-to-telegram';
import { TelegramEar } from './jobs/telegram-ear';
import { NotificationsModule } from './notifications.module';

/** What listens for as long as the process lives: for the worker, never for a command that runs and ends. */
@Module({ imports: [NotificationsModule], providers: [ListenToTelegram, TelegramEar] })
export class NotificationsEarsModule {}
