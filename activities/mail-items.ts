import type { CommandName } from '../domain/commands.ts';
import type { Instant } from '../domain/calendar.ts';
import type { MailItemState } from '../domain/mail-item.ts';
import { carryOutAct } from '../db/changes/carry-out-act.ts';
import type { DueAct } from '../db/changes/carry-out-act.ts';
import { commandMailItem } from '../db/changes/command-mail-item.ts';
import type { MailItemCommand } from '../db/changes/command-mail-item.ts';
import { noteChangedFacts } from '../db/changes/note-changed-facts.ts';
import { refusable } from './refusals.ts';
import type { TellDeps } from './tell-notice.ts';
import { tellNotice } from './tell-notice.ts';

export type MailItemActivityDeps = TellDeps;

/** What the life of a mail item may do; every one is harmless when repeated. */
export function mailItemActivities(deps: MailItemActivityDeps) {
  const { knex } = deps;
  return {
    /** Remembered under its request id: a repeat returns the first answer. Fails with `Refused` only. */
    commandMailItem: <Name extends CommandName>(
      name: Name,
      command: MailItemCommand<Name>,
    ): Promise<MailItemState> => refusable(() => commandMailItem(knex, name)(command)),
    /** Asked again under lock whether it is still planned and due. */
    carryOutAct: (act: DueAct): Promise<MailItemState> => refusable(() => carryOutAct(knex)(act)),
    /** Tells once per address version; returns the row as it stands. */
    noteChangedFacts: (itemId: string, at: Instant): Promise<MailItemState> =>
      refusable(() => noteChangedFacts(knex)(itemId, at)),
    /** Sends one owed mail to each recipient, by its class; marks it as told. */
    tellMailItem: (itemId: string, noticeKey: string): Promise<void> => tellNotice(deps, itemId, noticeKey),
  };
}

export type MailItemActivities = ReturnType<typeof mailItemActivities>;
