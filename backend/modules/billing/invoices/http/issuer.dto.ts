import { ApiProperty } from '@nestjs/swagger';
import type { IssuerView } from '@calmness/contracts';

export class IssuerDto implements IssuerView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() version!: number;
  @ApiProperty() legal_name!: string;
  @ApiProperty({ type: String, nullable: true }) legal_form!: string | null;
  @ApiProperty({ type: Number, nullable: true }) capital_cents!: number | null;
  @ApiProperty() is_sole_trader!: boolean;
  @ApiProperty() siren!: string;
  @ApiProperty() siret!: string;
  @ApiProperty({ type: String, nullable: true }) rcs_city!: string | null;
  @ApiProperty({ type: String, nullable: true }) vat_number!: string | null;
  @ApiProperty({ enum: ['normal', 'franchise'] }) vat_regime!: 'normal' | 'franchise';
  @ApiProperty() vat_on_debits!: boolean;
  @ApiProperty({ type: [String] }) address_lines!: string[];
  @ApiProperty() postal_code!: string;
  @ApiProperty() city!: string;
  @ApiProperty() country!: string;
  @ApiProperty({ type: String, nullable: true }) iban!: string | null;
  @ApiProperty({ type: String, nullable: true }) bic!: string | null;
  @ApiProperty() email!: string;
  @ApiProperty() is_demo!: boolean;
  @ApiProperty({ format: 'date-time' }) valid_from!: string;
}
