import { DomainProblem } from '@xishan/domain'

export const ACCEPTED = 'Excel 表格（xlsx）'

export const notWorkbook = (actual: string): DomainProblem => new DomainProblem('file-kind-refused', { accepted: ACCEPTED, actual })
export const damaged = (reason: string): DomainProblem => new DomainProblem('workbook-damaged', { reason })
export const tooLarge = (limit: string): DomainProblem => new DomainProblem('file-too-large', { limit })
export const locked = (): DomainProblem => new DomainProblem('workbook-locked')
