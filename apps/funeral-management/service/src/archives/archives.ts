import type { Subject } from '@xishan/service-kit'
import { ArchiveEntry, ArchiveHolding } from './archive-holding.entity'
import { ArchivesController } from './archives.controller'
import { FindArchives } from './find-archives'
import { KeepArchive } from './keep-archive'

export const archives: Subject = { entities: [ArchiveHolding, ArchiveEntry], controllers: [ArchivesController], providers: [FindArchives, KeepArchive] }
