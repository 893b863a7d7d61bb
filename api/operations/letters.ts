/** Letters: their scans, the boxes they come to, the work of the sites, the books. */
import type { AnyOperation } from '../operation.ts';
import { readLedger } from '../companies/ledger.ts';
import { archiveScan } from '../documents/archive.ts';
import { readDocumentContent } from '../documents/content.ts';
import { readDocument } from '../documents/read.ts';
import { trashScan } from '../documents/trash.ts';
import { acceptQuote } from '../mail-items/accept-quote.ts';
import { correctMailItemFacts } from '../mail-items/correct-facts.ts';
import { decideMailItem } from '../mail-items/decide.ts';
import { readMailItemHistory } from '../mail-items/history.ts';
import { holdMailItem } from '../mail-items/hold.ts';
import { listMailItems } from '../mail-items/list.ts';
import { markMailItemRead } from '../mail-items/mark-read.ts';
import { markMailItemUnread } from '../mail-items/mark-unread.ts';
import { offerQuote } from '../mail-items/offer-quote.ts';
import { planMailItem } from '../mail-items/plan.ts';
import { readMailItem } from '../mail-items/read.ts';
import { receiveMailItem } from '../mail-items/receive.ts';
import { releaseMailItem } from '../mail-items/release.ts';
import { readMailItemScan } from '../mail-items/scan.ts';
import { confirmNotificationAddress } from '../notification-addresses/confirm.ts';
import { addAddressee } from '../postboxes/add-addressee.ts';
import { askNotificationAddress } from '../postboxes/ask-notification-address.ts';
import { changePostboxSettings } from '../postboxes/change-settings.ts';
import { listAddressees } from '../postboxes/list-addressees.ts';
import { listPostboxes } from '../postboxes/list.ts';
import { readPostboxAddress } from '../postboxes/read-address.ts';
import { readPostbox } from '../postboxes/read.ts';
import { removeAddressee } from '../postboxes/remove-addressee.ts';
import { removeNotificationAddress } from '../postboxes/remove-notification-address.ts';
import { setPostboxAddress } from '../postboxes/set-address.ts';
import { setPromisedPeriod } from '../postboxes/set-promised-period.ts';
import { beginSiteTask } from '../site-tasks/begin.ts';
import { completeSiteTask } from '../site-tasks/complete.ts';
import { failSiteTask } from '../site-tasks/fail.ts';
import { listSiteTasks } from '../site-tasks/list.ts';
import { readSiteTask } from '../site-tasks/read.ts';
import { listTrash } from '../trash/list.ts';
import { purgeTrashing } from '../trashings/purge.ts';
import { readTrashing } from '../trashings/read.ts';
import { restoreTrashing } from '../trashings/restore.ts';

export const letterOperations: readonly AnyOperation[] = [
  ...[listMailItems, readMailItem, planMailItem, readMailItemHistory, readMailItemScan],
  ...[decideMailItem, acceptQuote, markMailItemRead, markMailItemUnread],
  ...[receiveMailItem, correctMailItemFacts, offerQuote, holdMailItem, releaseMailItem],
  ...[listSiteTasks, readSiteTask, beginSiteTask, completeSiteTask, failSiteTask],
  ...[readDocument, readDocumentContent, archiveScan, trashScan],
  ...[listTrash, readTrashing, restoreTrashing, purgeTrashing],
  ...[listPostboxes, readPostbox, changePostboxSettings, setPromisedPeriod],
  ...[askNotificationAddress, confirmNotificationAddress, removeNotificationAddress],
  ...[listAddressees, addAddressee, removeAddressee, readPostboxAddress, setPostboxAddress],
  ...[readLedger],
];
