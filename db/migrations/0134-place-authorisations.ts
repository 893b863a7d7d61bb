/** Log-ins from places that were not authorised, by who knew the password: each is a life (WF-20). */
import { AT, ID, table, word } from './table.ts';

export const placeAuthorisations = table(
  'place_authorisations',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  user_id ${ID} NOT NULL,
  brand_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  attempt_id ${ID} NULL,
  version INT NOT NULL,
  told_by ${word(10)} NOT NULL,
  asked_at ${AT} NOT NULL,
  ends_at ${AT} NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  KEY place_authorisations_of (user_id, asked_at),
  KEY place_authorisations_open (closed_at, id),
  KEY place_authorisations_attempt (attempt_id),
  CONSTRAINT place_authorisations_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT place_authorisations_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT place_authorisations_company FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT place_authorisations_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id),
  CONSTRAINT place_authorisations_by FOREIGN KEY (attempt_id) REFERENCES log_in_attempts (id) ON DELETE SET NULL,
  CONSTRAINT place_authorisations_told CHECK (told_by IN ('mail', 'digest'))`,
);
