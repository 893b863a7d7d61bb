/** Reviews that ended without an answer and that staff have looked into (WF-43); a plain fact beside the life of the review. */
import { AT, ID, table } from './table.ts';

export const accessReviewAcknowledgements = table(
  'access_review_acknowledgements',
  `
  review_id ${ID} NOT NULL PRIMARY KEY,
  acknowledged_by ${ID} NOT NULL,
  acknowledged_at ${AT} NOT NULL,
  CONSTRAINT access_review_acknowledgements_of FOREIGN KEY (review_id) REFERENCES access_reviews (id)`,
);
