import { SealedFile } from '@xishan/service-kit'

export const rosterFile = new SealedFile('roster_file', 'import_id')
