import { service as funeralManagement } from '@xishan/funeral-management-service'
import { service as identity } from '@xishan/identity-service'
import { service as portal } from '@xishan/portal-service'
import type { ServiceDefinition } from '@xishan/service-kit'
import { service as socialAssistance } from '@xishan/social-assistance-service'

/** The services of the house. Identity comes first: the others ask it for keys. */
export const LINES: readonly ServiceDefinition[] = [identity, portal, socialAssistance, funeralManagement]

export const lineOf = (definition: ServiceDefinition): string => definition.contract.line
