/** One line of `npm run bench`: a figure beside the reference measured in the same run. */
export interface BenchRow {
  name: string;
  value: string;
  reference: string;
  /** Figure over reference. */
  ratio: number;
  note: string;
}
