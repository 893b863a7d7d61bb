/** Many lives that take commands in turn, never two at once: none grows a history that no letter has. */
export class LivesInTurn<Life> {
  private readonly free: Life[];

  constructor(lives: readonly Life[]) {
    this.free = [...lives];
  }

  /** Hands over the life that has rested longest; throws when all are at work. */
  async with(work: (life: Life) => Promise<void>): Promise<void> {
    const life = this.free.shift();
    if (life === undefined) throw new Error('more commands under way than there are lives');
    await work(life);
    this.free.push(life);
  }
}
