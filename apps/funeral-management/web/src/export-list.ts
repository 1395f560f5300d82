import { contract, type ExportInput } from '@xishan/funeral-management-contract'
import { jobsOf } from '@xishan/web-kit/pages/jobs'
import type { z } from 'zod'
import { api } from './api'

const jobs = jobsOf(contract)

/** A list as a workbook: what `<ExportButton :run>` asks for. */
export const exportList = (input: () => z.input<typeof ExportInput>) => jobs.toFile(() => api.startExport({ body: input() }))
