import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { DISTRICT, serviceActor } from '../access/service-actor'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import type { Work } from '../unit-of-work/work'
import { readConfiguration } from './configuration'
import { createServiceApp } from './create-app'
import type { ServiceDefinition } from './define-service'

/** Something a new house cannot do without, in words of the person who loads it. */
export interface FirstLoad {
  what: string
  /** How many were read. Repeated it changes nothing that stands. */
  load(work: Work, folder: FirstFolder): Promise<number>
}

const SHOWN_ISSUES = 5

/** The folder of data that a new house is given, as `seeds` of the repository is. */
export class FirstFolder {
  constructor(
    private readonly path: string,
    readonly line: string,
  ) {}

  /** @throws Error with a sentence that names the file and what is wrong in it */
  async read<T>(file: string, shape: z.ZodType<T>): Promise<T> {
    const path = join(this.path, file)
    const content = await readFile(path, 'utf8').catch((error: unknown) => fail(path, `不能读取（${reasonOf(error)}），请核对文件夹`))
    const { data, error } = shape.safeParse(parsed(path, content))
    if (error) fail(path, error.issues.slice(0, SHOWN_ISSUES).map((issue) => `${issue.path.join('.')} ${issue.message}`).join('；'))
    return data as T
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function fail(path: string, problem: string): never {
  throw new Error(`${path}：${problem}。`)
}

function parsed(path: string, content: string): unknown {
  try {
    return JSON.parse(content)
  } catch (error) {
    return fail(path, `不是有效的 JSON（${reasonOf(error)}）`)
  }
}

/**
 * Gives a new house what it begins with: `node main.js first-load <folder>`, after `migrate`, with the settings of the service. All or
 * nothing; done again it brings in what a newer folder has besides.
 */
export async function firstLoad(definition: ServiceDefinition, folderPath: string, say: (sentence: string) => void): Promise<void> {
  const { line, title } = definition.contract
  const loads = definition.firstLoads ?? []
  if (loads.length === 0) throw new Error(`${title}没有需要首次载入的数据。`)
  const service = await createServiceApp(definition, readConfiguration(process.env))
  try {
    const folder = new FirstFolder(folderPath, line)
    const counts: Record<string, number> = {}
    await service.get(UnitOfWork).perform(serviceActor(line), async (work) => {
      for (const { what, load } of loads) counts[what] = await load(work, folder)
      await work.note({ type: 'first-load', id: randomUUID(), divisionCode: DISTRICT }, 'firstLoad', counts)
    })
    say(`${title}已载入：${Object.entries(counts).map(([what, count]) => `${what} ${count} 项`).join('、')}。`)
  } finally {
    await service.close()
  }
}
