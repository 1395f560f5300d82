import { LINE_PERMISSIONS, LINE_ROUTES, defineContract, type Contract, type JobStanding } from '@xishan/domain'
import { client, followJob, type Download, type Progress } from '@xishan/web-kit'

/** The long jobs of a line, as its service's kit answers them. */
export interface Jobs {
  read(id: string, signal: AbortSignal): Promise<JobStanding>
  file(id: string): Promise<Download>
  cancel(id: string): Promise<unknown>
  /** Starts a job that makes a file, made off the page: what `<ExportButton :run>` asks for. */
  toFile(start: () => Promise<{ id: string }>): (progress: Progress, signal: AbortSignal) => Promise<Download>
}

export function jobsOf({ line, title, problems }: Pick<Contract, 'line' | 'title' | 'problems'>): Jobs {
  const api = client(defineContract({ line, title, problems, permissions: LINE_PERMISSIONS, routes: LINE_ROUTES }))
  const steps = {
    read: (id: string, signal: AbortSignal) => api.job({ params: { id } }, { signal }),
    file: (id: string) => api.jobResult({ params: { id } }),
    cancel: (id: string) => api.cancelJob({ params: { id } }),
  }
  return { ...steps, toFile: (start) => (progress, signal) => followJob({ start, ...steps }, progress, signal) }
}
