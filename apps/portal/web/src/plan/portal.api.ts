import { contract } from '@xishan/portal-contract'
import { client } from '@xishan/web-kit'

export const portal = client(contract)
