import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const CLIENT = { id: 'xishan', secret: 'a-client-secret-of-the-test' }

export interface OutsideProvider {
  issuer: string
  /** Who signs in at the issuer next: subject and user name there; null cancels. */
  person: { subject: string; username: string } | null
  close(): Promise<void>
}

/** A real OpenID Connect provider whose sign-in page answers by itself. */
export async function startOutsideProvider(redirectUri: string): Promise<OutsideProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const outside: OutsideProvider = {
    issuer,
    person: null,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  const names = new Map<string, string>()
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['preferred_username', 'name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 60, IdToken: 60 },
    cookies: { keys: ['of-the-test'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: names.get(sub) }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  })
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, request, response, outside, names)
    else void provider.callback()(request, response)
  })
  return outside
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse, { person }: OutsideProvider, names: Map<string, string>): Promise<void> {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response)
  if (!person) return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'cancelled' })
  if (prompt.name === 'login') {
    names.set(person.subject, person.username)
    return provider.interactionFinished(request, response, { login: { accountId: person.subject } })
  }
  const grant = (grantId ? await provider.Grant.find(grantId) : undefined) ?? new provider.Grant({ accountId: session?.accountId, clientId: String(params['client_id']) })
  grant.addOIDCScope('openid profile')
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true })
}
