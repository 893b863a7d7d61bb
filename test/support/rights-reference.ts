/**
 * An independent model of delegated administration in its smallest form: single rights written out as texts, no blocks, no SQL
 * (quality.md, Delegated administration). Somebody may do what he was given, within the boundary; what a right brings along
 * counts on both sides; a grant goes through only if the grantor may do all of it himself, everything or nothing.
 */
type Rights = ReadonlySet<string>;

export class ReferenceRights {
  private boundary: Rights = new Set();
  private readonly held = new Map<string, Rights>();
  readonly administrators = new Set<string>();
  readonly gone = new Set<string>();
  private readonly brings: (right: string) => readonly string[];

  constructor(brings: (right: string) => readonly string[]) {
    this.brings = brings;
  }
  private whole(rights: Iterable<string>): Set<string> {
    return new Set([...rights].flatMap(this.brings));
  }
  present(person: string): Rights {
    return this.held.get(person) ?? new Set();
  }
  effective(person: string): Rights {
    const limit = this.whole(this.boundary);
    return new Set([...this.whole(this.present(person))].filter((right) => limit.has(right)));
  }
  bound(rights: Rights): void {
    const added = [...rights].filter((right) => !this.boundary.has(right));
    this.boundary = rights;
    for (const each of this.administrators) this.held.set(each, new Set([...this.present(each), ...added]));
  }
  save(grantor: string, holder: string, wanted: Rights): boolean {
    const added = [...wanted].filter((right) => !this.present(holder).has(right));
    const mine = this.effective(grantor);
    const mayGive = this.administrators.has(grantor) && !this.gone.has(holder);
    if (!mayGive || [...this.whole(added)].some((right) => !mine.has(right))) return false;
    this.held.set(holder, wanted);
    return true;
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
