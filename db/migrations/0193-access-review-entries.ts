/**
 * The grants of a review as they stood when it began, each with what was said of it. `holder_id`: a membership, or the
 * company of a router. What is left of a cut grant goes on under another id, which names this one in `continues`.
 */
import { AT, ID, table, word } from './table.ts';

export const accessReviewEntries = table(
  'access_review_entries',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  review_id ${ID} NOT NULL,
  grant_id ${ID} NOT NULL,
  holding_id ${ID} NOT NULL,
  holder_kind ${word(10)} NOT NULL,
  holder_id ${ID} NOT NULL,
  last_used_on DATE NULL,
  assignee_id ${ID} NULL,
  answer ${word(12)} NULL,
  answered_by ${ID} NULL,
  answered_at ${AT} NULL,
  UNIQUE KEY access_review_entries_once (review_id, grant_id),
  KEY access_review_entries_in (review_id, id),
  CONSTRAINT access_review_entries_of FOREIGN KEY (review_id) REFERENCES access_reviews (id),
  CONSTRAINT access_review_entries_grant FOREIGN KEY (grant_id) REFERENCES grants (id)`,
);
