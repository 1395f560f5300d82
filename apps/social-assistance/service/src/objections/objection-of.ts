import { newId, type Ciphers, type Work } from '@xishan/service-kit'
import type { Application } from '../applications/application.entity'
import { Objection } from './objection.entity'

interface Voice {
  receivedOn: string
  way: string
  /** Empty when anonymous. */
  objector: string
  phone?: string | null
  content: string
}

/** Who speaks is sealed with the content in clear. */
export function objectionOf({ id, divisionCode }: Pick<Application, 'id' | 'divisionCode'>, kind: Objection['kind'], voice: Voice, { actor }: Pick<Work, 'actor'>, ciphers: Ciphers): Objection {
  const { receivedOn, way, objector, phone, content } = voice
  return Object.assign(new Objection(), {
    id: newId(),
    applicationId: id,
    divisionCode,
    kind,
    receivedOn,
    way,
    named: objector !== '',
    objectorSealed: objector ? ciphers.encrypt(objector) : null,
    phoneSealed: phone ? ciphers.encrypt(phone) : null,
    content,
    recordedBy: actor.name,
  })
}
