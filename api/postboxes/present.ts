import type { FoundPostbox } from '../../db/queries/postboxes.ts';
import type { PostboxSettings } from '../../domain/postbox.ts';
import type { Caller } from '../caller.ts';
import type { SettingsBody } from './schemas.ts';

/** Where notices go concerns the customers alone. */
export function presentPostbox(box: FoundPostbox, { kind }: Caller) {
  return {
    id: box.id,
    number: box.number,
    companyId: box.companyId,
    siteId: box.siteId,
    siteName: box.siteName,
    zone: box.zone,
    version: box.version,
    primaryOption: box.primaryOption,
    allowedDecisions: box.allowed,
    defaultManner: box.defaultManner,
    offeredManners: box.offered,
    notifiesArrivals: box.notifiesArrivals,
    promisedDecisionDays: box.promisedDecisionDays,
    notification: kind === 'user' ? box.notification : null,
    closedAt: box.closedAt,
  };
}

/** From the words of the API to those of the rules; what was left out is not there. */
export function changesIn({ allowedDecisions, ...others }: SettingsBody): Partial<PostboxSettings> {
  const given = { ...others, allowed: allowedDecisions };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
