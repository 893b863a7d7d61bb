/**
 * What moves when two accounts become one, and what goes back (WF-37): union of what they hold, least rights for people. The
 * target's main contact keeps the account. Whoever was shared with sees what he saw, through whichever account, and no more.
 * The source's main contact keeps nothing unless the case says so.
 */

export interface HeldSharing {
  readonly id: string;
  readonly userId: string;
  /** The client codes that are ticked. */
  readonly numbers: readonly string[];
}

export interface HeldAccount {
  readonly contactId: string;
  readonly kind: 'b2b' | 'b2c';
  readonly enterpriseNumber: string | null;
  /** Client codes received in it, now or before. */
  readonly numbers: readonly string[];
  /** Accepted and not ended; an invitation that nobody has accepted stays behind, and its link with it. */
  readonly sharings: readonly HeldSharing[];
}

export interface MergedAccount {
  /** The enterprise number that the target takes over. */
  readonly enterpriseNumber: string | null;
  /** Sharings of the source that are the target's from now on, with their ticks. */
  readonly moved: readonly string[];
  /** Sharings of the source that end: the person has one in the target, or the target hangs on him. */
  readonly ended: readonly string[];
  /** Ticks that a sharing of the target takes over from one that ends: what the person saw before. */
  readonly ticks: readonly { readonly sharingId: string; readonly clientCodeId: string }[];
  /** What the source's main contact goes on seeing, beside a sharing he may have in the target. */
  readonly contact: { readonly sharingId: string | null; readonly numbers: readonly string[] } | null;
}

export function mergedAccount(
  source: HeldAccount,
  target: HeldAccount,
  contactStays: boolean,
): MergedAccount {
  const ofTarget = new Map(target.sharings.map((sharing) => [sharing.userId, sharing]));
  const isTargets = ({ userId }: HeldSharing) => userId === target.contactId || ofTarget.has(userId);
  const [ended, moved] = [
    source.sharings.filter(isTargets),
    source.sharings.filter((one) => !isTargets(one)),
  ];
  const ticks = ended.flatMap(({ userId, numbers }) => {
    const there = ofTarget.get(userId);
    return there === undefined ? [] : added(there, numbers);
  });
  const stays = contactStays && source.contactId !== target.contactId && source.numbers.length > 0;
  const own = ofTarget.get(source.contactId) ?? null;
  return {
    enterpriseNumber: target.enterpriseNumber === null ? source.enterpriseNumber : null,
    moved: moved.map(({ id }) => id),
    ended: ended.map(({ id }) => id),
    ticks: stays && own !== null ? [...ticks, ...added(own, source.numbers)] : ticks,
    contact: stays ? { sharingId: own?.id ?? null, numbers: source.numbers } : null,
  };
}

function added({ id, numbers: known }: HeldSharing, numbers: readonly string[]) {
  return numbers
    .filter((clientCodeId) => !known.includes(clientCodeId))
    .map((clientCodeId) => ({ sharingId: id, clientCodeId }));
}

/** Something that moved, as it stands when the merge is undone. */
export interface MovedThing {
  readonly id: string;
  /** It hangs on the target still; of a sharing that the merge ended: its person is there still. */
  readonly isThere: boolean;
  /**
   * Of a sharing: it was ended since, or the one by which the merge replaced it was. Of a code: its client code was received
   * anew in the target since, by whichever code.
   */
  readonly hasMovedOn: boolean;
}

/**
 * What goes back: exactly what moved, as it stands now. A reception that ended meanwhile goes back ended; a sharing that was
 * ended and a code that was used again by the target's contact stay where they are.
 */
export function goesBack(things: readonly MovedThing[]): readonly string[] {
  return things.filter(({ isThere, hasMovedOn }) => isThere && !hasMovedOn).map(({ id }) => id);
}
