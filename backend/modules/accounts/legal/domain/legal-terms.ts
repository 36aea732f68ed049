import type { LegalDocumentCode } from '@calmness/contracts';

/** What a new member accepts, in the order of the composed version. */
export const acceptedAtRegistration = ['cgu', 'cgv', 'privacy'] as const satisfies LegalDocumentCode[];

export type DocumentVersions = { code: LegalDocumentCode; version: number }[];

/** `1.2.1`: the versions of CGU, CGV and privacy, so that it changes with any of them. */
export function termsVersionOf(documents: DocumentVersions): string {
  return documents.map(({ version }) => version).join('.');
}
