import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  walletMovementKinds,
  type BillingWallet,
  type WalletDepositView,
  type WalletMovementKind,
  type WalletMovementView,
  type WalletSections,
  type WalletView,
} from '@calmness/contracts';

export class WalletMovementDto implements WalletMovementView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ enum: walletMovementKinds }) kind!: WalletMovementKind;
  @ApiProperty({ description: 'signed, EUR cents' }) amount_cents!: number;
  @ApiProperty({ description: 'after this line' }) balance_cents!: number;
  @ApiProperty({ type: String, nullable: true }) document_number!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) invoice_id!: string | null;
}
export class WalletDepositDto implements WalletDepositView {
  @ApiProperty({ format: 'uuid' }) invoice_id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) issue_date!: string;
  @ApiProperty() amount_cents!: number;
}
export class BillingWalletDto implements BillingWallet {
  @ApiProperty() balance_cents!: number;
  @ApiProperty({ enum: ['EUR'] }) currency!: 'EUR';
  @ApiProperty({ type: [WalletMovementDto] }) movements!: WalletMovementDto[];
  @ApiProperty({ type: [WalletDepositDto] }) deposits!: WalletDepositDto[];
}
export class WalletSectionsDto implements Partial<WalletSections> {
  @ApiPropertyOptional({ type: BillingWalletDto }) billing?: BillingWalletDto;
}
export class WalletDto implements WalletView {
  @ApiProperty({ type: WalletSectionsDto }) sections!: WalletSectionsDto;
}
