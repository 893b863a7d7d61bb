/** A document that is out, and the reception through which it is seen: what rules of sight are asked about. */
import type { DocumentStanding, Sight } from '../../domain/issued-document.ts';

export const published: DocumentStanding = {
  clientCodeId: 'c1',
  issuedOn: '2027-01-31',
  publishedAt: '2027-02-01T10:00:00.000Z',
  visibleFromAt: null,
  withdrawnAt: null,
  destroyedAt: null,
};

export const sight: Sight = { clientCodeId: 'c1', floorOn: '2020-02-02', endedAt: null, history: null };
