/** Where a person may log in from: the network that he confirmed, with when it was last used (SE-04). */
import { AT, ID, table, word } from './table.ts';

export const userPlaces = table(
  'user_places',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  user_id ${ID} NOT NULL,
  network ${word(50)} NOT NULL,
  authorised_at ${AT} NOT NULL,
  last_used_at ${AT} NOT NULL,
  UNIQUE KEY user_places_once (user_id, network),
  CONSTRAINT user_places_of FOREIGN KEY (user_id) REFERENCES users (id)`,
);
