import { contract } from '@xishan/funeral-management-contract'
import { client } from '@xishan/web-kit'

/** The service of this line: one method per route of the contract. */
export const api = client(contract)
