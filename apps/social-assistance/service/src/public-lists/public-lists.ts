import { FindPublicLists } from './find-public-lists'
import { PublicListsController } from './public-lists.controller'

export const publicLists = { entities: [], controllers: [PublicListsController], providers: [FindPublicLists] }
