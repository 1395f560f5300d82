/** Names the draft of what is being written about a case: `application:<id>:confirm`. */
export const draftKey = (name: string, { id }: { id: string }, about: string): string => `${name}:${id}:${about}`
