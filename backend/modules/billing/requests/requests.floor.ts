import type { Floor } from '../floor';
import { ConfirmCancellation } from './application/confirm-cancellation';
import { ContractRequestSubject } from './application/contract-request-subject';
import { HandleRequest } from './application/handle-request';
import { ReadRequests } from './application/read-requests';
import { RequestsToHandle } from './application/requests-to-handle';
import { SealedAsker } from './application/sealed-asker';
import { SubmitRequest } from './application/submit-request';
import { ContractFinder } from './persistence/contract-finder.repository';
import { ContractRequestEntity } from './persistence/contract-request.entity';
import { ContractRequestRepository } from './persistence/contract-request.repository';

export const requestsFloor: Floor = {
  entities: [ContractRequestEntity],
  repositories: [ContractFinder, ContractRequestRepository],
  useCases: [ConfirmCancellation, HandleRequest, ReadRequests, SealedAsker, SubmitRequest],
  door: [ContractRequestSubject, RequestsToHandle],
};
