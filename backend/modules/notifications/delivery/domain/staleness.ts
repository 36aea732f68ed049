import type { SubjectDescription } from '@calmness/platform/subjects';

/** Why nobody needs to hear of a subject any more; null while it is news. */
export function staleness(
  { occurrence }: { occurrence: string | null },
  subject: SubjectDescription | null,
): string | null {
  if (!subject) return 'subject-gone';
  if (!subject.stillTrue) return 'no-longer-true';
  return subject.occurrence !== undefined && subject.occurrence !== occurrence ? 'subject-moved' : null;
}
