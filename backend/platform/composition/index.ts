export { DashboardSlice, type DashboardPart } from './dashboard-slice';
export { DayQueueSource, type DayQueueEntry } from './day-queue-source';
export { DemoData, type DemoCast } from './demo-data';
export { ReferenceData } from './reference-data';
