/** A word to one person about his access (WF-17): the mail goes, however long the mail server is away. */
import { proxyActivities } from '@temporalio/workflow';
import type { PeopleActivities } from '../../activities/people.ts';
import { mailKey } from '../../domain/mail-key.ts';
import type { PersonalNotice } from '../../domain/personal-notice.ts';
import { mailName } from '../../texts/life.ts';
import { mailOptions } from '../options.ts';

const mail = proxyActivities<Pick<PeopleActivities, 'tellPersonally'>>(mailOptions);

export async function personalNotice(start: PersonalNotice): Promise<string> {
  const key = mailKey({ life: 'personal-notice', lifeId: start.id, kind: start.kind });
  await mail.tellPersonally.executeWithOptions({ ...mailOptions, summary: mailName(key) }, [start.id, key]);
  return 'told';
}
