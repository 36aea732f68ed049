import type { Floor } from '../floor';
import { DiscardDraft } from './application/discard-draft';
import { IssueDraft } from './application/issue-draft';
import { OrderOfDraft } from './application/order-of-draft';
import { PreviewDraft } from './application/preview-draft';
import { SaveDraft } from './application/save-draft';
import { InvoiceDraftEntity } from './persistence/invoice-draft.entity';
import { InvoiceDraftRepository } from './persistence/invoice-draft.repository';

export const draftsFloor: Floor = {
  entities: [InvoiceDraftEntity],
  repositories: [InvoiceDraftRepository],
  useCases: [DiscardDraft, IssueDraft, OrderOfDraft, PreviewDraft, SaveDraft],
  door: [],
};
