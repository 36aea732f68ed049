import {
  wordFields,
  type FieldError,
  type FieldErrorCode,
  type WordField,
  type WordFieldValues,
  type WordingKind,
} from '@calmness/contracts';
import type { MailVariables } from '../../delivery/templates/variables/mail-variable';
import { namesIn, placeholder } from './fill-words';

/** What words are held against. */
export interface WordRules {
  kind: WordingKind;
  variables: MailVariables;
  /** Each must be named somewhere. */
  required: readonly string[];
  /** The built-in words have a button: without a label nobody would find its link. */
  hasButton: boolean;
}

const longest: Record<WordField, number> = {
  subject: 150,
  preheader: 200,
  greeting: 100,
  paragraphs: 4_000,
  button: 40,
  note: 600,
  title: 80,
  body: 500,
};
/** Only here may something be missing: the sentence that names it goes as well. */
const mayLeaveOut: readonly WordField[] = ['paragraphs', 'note'];
const severalLines: readonly WordField[] = ['paragraphs', 'body'];
/** A tag, a comment or a closing tag; « 3 < 4 » is a sentence. */
const markup = /<\/?[a-z!][^>]*>/i;

/** What stands between the words and their publication, by field; none when they may be sent. */
export function lintWords(fields: WordFieldValues, rules: WordRules): FieldError[] {
  const known: readonly WordField[] = wordFields[rules.kind];
  const faults = known.flatMap((field) => faultsIn(field, fields[field] ?? '', rules));
  const strange = Object.keys(fields).filter((field) => !known.includes(field as WordField));
  return [...strange.map((field) => fault(field, 'unknown')), ...faults, ...missing(fields, rules)];
}

function faultsIn(field: WordField, text: string, rules: WordRules): FieldError[] {
  if (text.trim() === '') return mayBeEmpty(field, rules) ? [] : [fault(field, 'required')];
  const code = faultOf(field, text, rules);
  return code ? [fault(field, code)] : [];
}

function mayBeEmpty(field: WordField, { hasButton }: WordRules): boolean {
  return field === 'note' || (field === 'button' && !hasButton);
}

function faultOf(field: WordField, text: string, { variables }: WordRules): FieldErrorCode | null {
  if (text.length > longest[field]) return 'too_long';
  if (markup.test(text)) return 'markup';
  if (text.includes('\n') && !severalLines.includes(field) && field !== 'note') return 'pattern';
  const names = namesIn(text);
  // Braces that are left over once every placeholder is read: a name was mistyped.
  if (/\{\{|\}\}/.test(text.replace(placeholder, ''))) return 'variable_unknown';
  if (names.some((name) => !Object.hasOwn(variables, name))) return 'variable_unknown';
  const empty = names.some((name) => variables[name]?.optional);
  return empty && !mayLeaveOut.includes(field) ? 'variable_unknown' : null;
}

function missing(fields: WordFieldValues, { kind, required }: WordRules): FieldError[] {
  const named = new Set(Object.values(fields).flatMap(namesIn));
  const field = kind === 'mail' ? 'paragraphs' : 'body';
  return required.every((name) => named.has(name)) ? [] : [fault(field, 'variable_missing')];
}

function fault(field: string, code: FieldErrorCode): FieldError {
  return { field: `fields.${field}`, code };
}
