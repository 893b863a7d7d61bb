/**
 * An independent model of delegated administration in its smallest form: single rights written out, no blocks, no SQL
 * (quality.md, Delegated administration). Who holds what is a set of texts; what somebody may do is that set within the
 * boundary; a grant is let through only if the grantor may do all of it himself.
 */
export class ReferenceRights {
  readonly boundary = new Set<string>();
  private readonly held = new Map<string, Set<string>>();
  private readonly administrators = new Set<string>();
  private readonly gone = new Set<string>();

  admit(person: string, isAdministrator: boolean): void {
    this.gone.delete(person);
    this.held.set(person, new Set());
    if (isAdministrator) this.administrators.add(person);
    else this.administrators.delete(person);
  }
  leave(person: string): void {
    this.gone.add(person);
    this.administrators.delete(person);
    this.held.set(person, new Set());
  }
  effective(person: string): ReadonlySet<string> {
    const own = this.gone.has(person) ? [] : (this.held.get(person) ?? []);
    return new Set([...own].filter((right) => this.boundary.has(right)));
  }
  extend(rights: readonly string[]): void {
    const added = rights.filter((right) => !this.boundary.has(right));
    for (const right of rights) this.boundary.add(right);
    for (const person of this.administrators) for (const right of added) this.held.get(person)?.add(right);
  }
  reduce(rights: readonly string[]): void {
    for (const right of rights) this.boundary.delete(right);
  }
  /** Whether it was let through; everything or nothing. */
  save(grantor: string, holder: string, wanted: readonly string[]): boolean {
    const present = this.held.get(holder) ?? new Set();
    const mine = this.effective(grantor);
    const mayGive = this.administrators.has(grantor) && !this.gone.has(holder);
    if (!mayGive || wanted.some((right) => !present.has(right) && !mine.has(right))) return false;
    this.held.set(holder, new Set(wanted));
    return true;
  }
}
