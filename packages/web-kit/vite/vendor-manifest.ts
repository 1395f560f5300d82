import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface VendorManifest {
  imports: Record<string, string>
  /** Everything a first load needs, so that the browser asks for it in one go. */
  preload: string[]
  css: string[]
}

const isManifest = (value: unknown): value is VendorManifest => typeof value === 'object' && value !== null && 'imports' in value && 'preload' in value && 'css' in value

/** @throws Error when the vendor build has not run: a page without its import map would be white. */
export function readVendorManifest(folder: string): VendorManifest {
  const file = join(folder, 'vendor.json')
  if (!existsSync(file)) throw new Error(`${file} is missing: build @xishan/web-kit first`)
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isManifest(content)) throw new Error(`${file} is not a vendor manifest`)
  return content
}
