import { contract } from '@xishan/identity-contract'
import { client } from '@xishan/web-kit'

export const identity = client(contract)
