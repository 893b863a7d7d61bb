import { expect, test } from '@jest/globals';
import { unusedApproval } from '../../domain/unused-approval.ts';
import type { Member } from '../../domain/user.ts';

const at = '2027-02-03T14:00:00.000Z';
const bart: Member = {
  userId: 'bart',
  profile: 'administrator',
  isStaff: false,
  acceptedAt: at,
  deactivatedAt: null,
  suspendedAt: null,
};

test.each<[string, readonly Member[], string]>([
  ['nobody else: undone', [], 'undo'],
  ['another active administrator: kept', [bart], 'keep'],
  ['one who was invited and has not accepted: undone', [{ ...bart, acceptedAt: null }], 'undo'],
  ['one who was deactivated: undone', [{ ...bart, deactivatedAt: at }], 'undo'],
  ['one whom staff have suspended is administrator by name: kept', [{ ...bart, suspendedAt: at }], 'keep'],
  ['a user who works: undone, for nobody administers it', [{ ...bart, profile: 'user' }], 'undo'],
  ['a user and an active administrator: kept', [{ ...bart, userId: 'chloe', profile: 'user' }, bart], 'keep'],
])('WF-01, UM-06: nobody used the invitation; %s', (_case, others, outcome) => {
  expect(unusedApproval(others)).toBe(outcome);
});
