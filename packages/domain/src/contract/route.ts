import type { z } from 'zod'
import type { Role } from '../access/roles'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * One endpoint as both sides know it: the service takes its guard, validation and documentation from it, the browser its
 * typed client. `may` names a permission of the contract; 'signed-in' asks for any session, 'anyone' for none,
 * 'service' for another service of the platform.
 */
export interface Route {
  method: Method
  /** Relative to `/api/<line>`, path parameters as `:name`. */
  path: string
  summary: string
  may: string
  params?: z.ZodObject
  query?: z.ZodType
  body?: z.ZodType
  /** A schema, `'file'` for a download, or `'nothing'` (204). */
  answer: z.ZodType | 'file' | 'nothing'
  /** The body is multipart/form-data with one file in the field `file`; other fields follow `body`. */
  upload?: boolean
  /** The most such a file may have, in MB (of 1024 × 1024 bytes), where that is more than a paper's 10: it is held in memory while it is read. */
  uploadLimitMb?: number
}

export type Routes = Record<string, Route>

/** permission → the roles that hold it */
export type Permissions = Record<string, readonly Role[]>

/** A problem's stable code → HTTP status and the sentence a person reads; `{name}` is replaced by the problem's details. */
export type Problems = Record<string, { status: number; title: string; detail: string }>

export interface Contract<R extends Routes = Routes, P extends Permissions = Permissions> {
  line: string
  title: string
  routes: R
  permissions: P
  problems: Problems
}

/** What a subject folder brings to its line's contract. */
export interface ContractPart {
  permissions: Permissions
  problems: Problems
  routes: Routes
}

type Declared<P extends Permissions> = (keyof P & string) | 'signed-in' | 'anyone' | 'service'

/** Checks at compile time that every route names a permission that the contract grants to somebody. */
export function defineContract<const R extends Record<string, Route & { may: Declared<P> }>, const P extends Permissions>(
  contract: Contract<R, P>,
): Contract<R, P> {
  return contract
}

type SchemaOutput<T> = T extends z.ZodType ? z.output<T> : undefined
type SchemaInput<T> = T extends z.ZodType ? z.input<T> : undefined

/** What a handler receives, validated. */
export interface RouteInput<R extends Route> {
  params: SchemaOutput<R['params']>
  query: SchemaOutput<R['query']>
  body: SchemaOutput<R['body']>
}

export type RouteAnswer<R extends Route> = R['answer'] extends z.ZodType ? z.output<R['answer']> : R['answer'] extends 'file' ? Blob : void

/** What a caller passes; parts that the route does not declare are left out. */
export type RouteCall<R extends Route> = { [K in 'params' | 'query' | 'body' as R[K] extends z.ZodType ? K : never]: SchemaInput<R[K]> }

export const mayCall = (permissions: Permissions, permission: string, roles: readonly Role[]): boolean =>
  roles.some((role) => permissions[permission]?.includes(role))
