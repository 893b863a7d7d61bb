/**
 * An independent model of delegated administration in its smallest form: single rights written out as texts, no blocks, no SQL
 * (quality.md, Delegated administration). Somebody may do what he was given, within the boundary; what a right brings along
 * counts on both sides; a grant goes through only if the grantor may do all of it himself, everything or nothing. People of a
 * router stay within what it received as well, which is what each of its administrators may hand on; what is taken from it they
 * lose for good.
 */
type Rights = ReadonlySet<string>;

export class ReferenceRights {
  private boundary: Rights = new Set();
  received: Rights = new Set();
  private readonly held = new Map<string, Rights>();
  readonly administrators = new Set<string>();
  readonly gone = new Set<string>();
  private readonly brings: (right: string) => readonly string[];
  private readonly atRouter: (person: string) => boolean;

  constructor(
    brings: (right: string) => readonly string[],
    atRouter: (person: string) => boolean = () => false,
  ) {
    this.brings = brings;
    this.atRouter = atRouter;
  }
  private whole(rights: Iterable<string>): Set<string> {
    return new Set([...rights].flatMap(this.brings));
  }
  private limit(person: string): Rights {
    const [boundary, received] = [this.whole(this.boundary), this.whole(this.received)];
    return this.atRouter(person) ? new Set([...boundary].filter((right) => received.has(right))) : boundary;
  }
  present(person: string): Rights {
    return this.held.get(person) ?? new Set();
  }
  effective(person: string): Rights {
    const limit = this.limit(person);
    return new Set([...this.whole(this.present(person))].filter((right) => limit.has(right)));
  }
  bound(rights: Rights): void {
    const added = [...rights].filter((right) => !this.boundary.has(right));
    this.boundary = rights;
    for (const each of this.administrators)
      if (!this.atRouter(each)) this.held.set(each, new Set([...this.present(each), ...added]));
  }
  save(grantor: string, holder: string, wanted: Rights): boolean {
    const mine = this.atRouter(grantor) ? this.limit(grantor) : this.effective(grantor);
    const isOwn = this.atRouter(grantor) === this.atRouter(holder);
    const mayGive = isOwn && this.administrators.has(grantor) && !this.gone.has(holder);
    if (!mayGive || !this.isWithin(wanted, this.present(holder), mine)) return false;
    this.held.set(holder, wanted);
    return true;
  }
  give(grantor: string, wanted: Rights): boolean {
    if (this.atRouter(grantor) || !this.administrators.has(grantor)) return false;
    if (!this.isWithin(wanted, this.received, this.effective(grantor))) return false;
    this.received = wanted;
    const left = this.whole(wanted);
    for (const [person, rights] of this.held)
      if (this.atRouter(person)) this.held.set(person, new Set([...rights].filter((each) => left.has(each))));
    return true;
  }
  private isWithin(wanted: Rights, present: Rights, mine: Rights): boolean {
    return [...this.whole([...wanted].filter((right) => !present.has(right)))].every((right) =>
      mine.has(right),
    );
  }
  copy(grantor: string, holder: string): boolean {
    const mine = this.effective(grantor);
    return mine.size > 0 && this.save(grantor, holder, new Set([...this.present(holder), ...mine]));
  }
  leave(person: string): void {
    this.gone.add(person);
    this.administrators.delete(person);
    this.held.delete(person);
  }
}
