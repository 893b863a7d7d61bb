/** The inbox of a company by stage, newest first. */
import { key } from './alter.ts';

export const mailItemsStage = key('mail_items', 'mail_items_stage', 'company_id, stage, id');
