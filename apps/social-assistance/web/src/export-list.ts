import { LINE_PERMISSIONS, LINE_ROUTES, defineContract } from '@xishan/domain'
import { contract, type ExportInput } from '@xishan/social-assistance-contract'
import { client, followJob, type Download, type Progress } from '@xishan/web-kit'
import type { z } from 'zod'
import { api } from './api'

const { line, title, problems } = contract
const jobs = client(defineContract({ line, title, problems, permissions: LINE_PERMISSIONS, routes: LINE_ROUTES }))

/** A list as a workbook, made off the page: what `<ExportButton :run>` asks for. */
export const exportList = (input: () => z.input<typeof ExportInput>) => (progress: Progress, signal: AbortSignal): Promise<Download> =>
  followJob(
    {
      start: () => api.startExport({ body: input() }),
      read: (id) => jobs.job({ params: { id } }, { signal }),
      file: (id) => jobs.jobResult({ params: { id } }),
      cancel: (id) => jobs.cancelJob({ params: { id } }),
    },
    progress,
    signal,
  )
