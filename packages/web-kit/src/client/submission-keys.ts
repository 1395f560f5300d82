/**
 * Idempotency keys of submissions whose outcome is not known. The same content sent again carries the same key, so a service
 * that did act the first time answers with that result instead of acting twice.
 */
export class SubmissionKeys {
  private readonly open = new Map<string, string>()

  keyFor(submission: string): string {
    const known = this.open.get(submission)
    if (known) return known
    const key = newKey()
    this.open.set(submission, key)
    return key
  }

  /** The service has answered, yes or no: the next submission is a new one even if it says the same. */
  settle(submission: string): void {
    this.open.delete(submission)
  }
}

/** A random version 4 uuid; `crypto.randomUUID` exists only on https and localhost, an office network may have neither. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, at) => {
    if (at === 6) return (byte & 0x0f) | 0x40
    return at === 8 ? (byte & 0x3f) | 0x80 : byte
  }).map((byte) => byte.toString(16).padStart(2, '0'))
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
