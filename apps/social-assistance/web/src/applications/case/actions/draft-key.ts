import type { ApplicationDetail } from '@xishan/social-assistance-contract'

/** Names the draft of what is being written about a case. */
export const draftKey = ({ id }: Pick<ApplicationDetail, 'id'>, about: string): string => `application:${id}:${about}`
