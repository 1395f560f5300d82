/** What has to be undone at the end, in the opposite order of its beginning; whatever happens in between. */
export class Closing {
  private readonly tasks: (() => Promise<void>)[] = []
  private running: Promise<void> | undefined

  add(task: () => Promise<void>): void {
    this.tasks.push(task)
  }

  /** Runs every task once, however often it is called, even when one fails. */
  run(): Promise<void> {
    this.running ??= this.runAll()
    return this.running
  }

  private async runAll(): Promise<void> {
    for (let task = this.tasks.pop(); task; task = this.tasks.pop()) {
      await task().catch((error: unknown) => console.error(error))
    }
  }
}
