import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DomainError } from '@calmness/platform/errors';

/** `?limit=&cursor=` of every list. */
export class PageQuery {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 100, default: 20 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  @IsOptional()
  limit: number = 20;

  @ApiPropertyOptional({ type: String })
  @IsString()
  @MaxLength(200)
  @IsOptional()
  cursor?: string;
}

/** Ids are ordered by time (uuid v7), so the last id of a page is where the next one starts. */
export function cursorOf<Row extends { id: string }>(rows: Row[], limit: number): string | null {
  if (rows.length <= limit) return null;
  const last = rows[limit - 1];
  return last ? cursorAt(last) : null;
}

/** The cursor that stands at a row. */
export function cursorAt(row: { id: string }): string {
  return Buffer.from(row.id).toString('base64url');
}

/** The id a cursor stands for. @throws DomainError request.invalid for a cursor nobody gave out */
export function idFromCursor(cursor: string | undefined, field = 'cursor'): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^[0-9a-f-]{36}$/.test(id)) {
    throw new DomainError('request.invalid', {}, 'invalid', [{ field, code: 'invalid' }]);
  }
  return id;
}
