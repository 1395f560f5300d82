import type { Route } from '@xishan/domain'

export const ROUTE = 'xishan:route'

/** The route a handler declares, if it declares one. */
export const routeOf = (handler: object): Route | undefined => Reflect.getMetadata(ROUTE, handler) as Route | undefined
