/**
 * Routers that clients asked for (WF-06, RT-03): `name` to `note` are what the client knew, the entry in the directory is what
 * staff made of it. `open_key`: at most one open asking of a client for one name and address.
 */
import { AT, HASH, ID, table, word } from './table.ts';

export const routerOnboardings = table(
  'router_onboardings',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  owner_id ${ID} NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  name VARCHAR(200) NOT NULL,
  street VARCHAR(200) NOT NULL,
  postal_code VARCHAR(20) NOT NULL,
  city VARCHAR(100) NOT NULL,
  country ${word(2)} NOT NULL,
  enterprise_number VARCHAR(20) NULL,
  email VARCHAR(254) NULL,
  note VARCHAR(500) NULL,
  router_id ${ID} NULL,
  decided_by ${ID} NULL,
  decision_note VARCHAR(500) NULL,
  asked_at ${AT} NOT NULL,
  due_at ${AT} NOT NULL,
  due_rule VARCHAR(120) NOT NULL,
  overdue_at ${AT} NULL,
  listed_at ${AT} NULL,
  account_at ${AT} NULL,
  confirm_asked_at ${AT} NULL,
  reminders INT NOT NULL DEFAULT 0,
  ends_at ${AT} NULL,
  stage ${word(20)} NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${HASH} NULL UNIQUE,
  KEY router_onboardings_open (closed_at, next_act_at),
  KEY router_onboardings_work (stage, due_at, id),
  KEY router_onboardings_company (company_id, id),
  KEY router_onboardings_router (router_id, closed_at),
  CONSTRAINT router_onboardings_for FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT router_onboardings_entry FOREIGN KEY (router_id) REFERENCES routers (id),
  CONSTRAINT router_onboardings_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
