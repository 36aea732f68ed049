import { Transform } from 'class-transformer';
import { ValidateIf } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** May be left out, but is never null. */
export const IfPresent = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);

/** Text as typed, without the spaces around it. */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Trimmed text; an emptied input clears the field. */
export const Clearable = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value));

/** A number typed with spaces becomes E.164; what is no number stays, for the validator to refuse. */
export const PhoneInput = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    return parsePhoneNumberFromString(value)?.number ?? (value.trim() || null);
  });
