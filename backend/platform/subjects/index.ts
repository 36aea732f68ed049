export { SubjectSource, SubjectSources, type SubjectDescription } from './subject-source';
