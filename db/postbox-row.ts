/** Between the `postboxes` row and the domain's postbox. */
import type { DecisionKind, PrimaryOption } from '../domain/mail-item.ts';
import type { Manner } from '../domain/policy.ts';
import type { Postbox, PostboxSettings } from '../domain/postbox.ts';
import { fromDbOrNull } from './instants.ts';

export interface PostboxRow {
  readonly id: string;
  readonly brand_id: string;
  readonly company_id: string;
  readonly site_id: string;
  readonly number: string;
  readonly primary_option: PrimaryOption;
  readonly allowed_decisions: string;
  readonly default_manner: Manner;
  readonly notifies_arrivals: number;
  readonly promised_decision_days: number | null;
  readonly notification_email: string | null;
  readonly notification_confirmed_at: Date | null;
  readonly pending_email: string | null;
  readonly notification_token_expires_at: Date | null;
  readonly version: number;
  readonly closed_at: Date | null;
}

export function postboxFrom(row: PostboxRow): Postbox {
  return {
    primaryOption: row.primary_option,
    allowed: row.allowed_decisions.split(',') as DecisionKind[],
    defaultManner: row.default_manner,
    notifiesArrivals: row.notifies_arrivals === 1,
    promisedDecisionDays: row.promised_decision_days,
    version: row.version,
    closedAt: fromDbOrNull(row.closed_at),
  };
}

export function settingsColumns(settings: PostboxSettings): Record<string, unknown> {
  return {
    primary_option: settings.primaryOption,
    allowed_decisions: settings.allowed.join(','),
    default_manner: settings.defaultManner,
    notifies_arrivals: settings.notifiesArrivals,
  };
}
