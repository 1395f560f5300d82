import { contract } from '@xishan/social-assistance-contract'
import { jobsOf } from '@xishan/web-kit/pages/jobs'

/** Files under way: how far they are, and cancelling. */
export const jobs = jobsOf(contract)
