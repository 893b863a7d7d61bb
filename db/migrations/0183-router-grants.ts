/**
 * What a client gave a router on one account, as far as it waits to be handed on (WF-06, RT-04); what is held stands in
 * `holdings`. `open_key`: at most one open row an account and router.
 */
import { AT, ID, table, word } from './table.ts';

export const routerGrants = table(
  'router_grants',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  account_id ${ID} NOT NULL,
  router_id ${ID} NOT NULL,
  owner_id ${ID} NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  waits_since_at ${AT} NOT NULL,
  ends_at ${AT} NOT NULL,
  ends_rule VARCHAR(120) NOT NULL,
  reminders INT NOT NULL,
  announced_at ${AT} NULL,
  working_since_at ${AT} NULL,
  unattended_at ${AT} NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${word(80)} NULL UNIQUE,
  KEY router_grants_open (closed_at, next_act_at),
  KEY router_grants_company (company_id, closed_at, id),
  KEY router_grants_router (router_id, closed_at),
  CONSTRAINT router_grants_of FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT router_grants_on FOREIGN KEY (account_id) REFERENCES accounts (id),
  CONSTRAINT router_grants_to FOREIGN KEY (router_id) REFERENCES routers (id),
  CONSTRAINT router_grants_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
