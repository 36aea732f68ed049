import { Module } from '@nestjs/common';
import { DiscordModule } from './discord';
import { VendorGateModule } from './gate/vendor-gate.module';
import { PushModule } from './push';
import { TelegramModule } from './telegram';
import { WhatsAppModule } from './twilio';
import { VatRegisterModule } from './vat-register';

/** The gate and every vendor beside mail; each is global, and disabled without its settings. */
@Module({
  imports: [VendorGateModule, TelegramModule, DiscordModule, WhatsAppModule, PushModule, VatRegisterModule],
})
export class VendorsModule {}
