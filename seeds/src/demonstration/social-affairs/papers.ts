import type { UploadedFile } from '@xishan/service-kit'
import { sheetPicture } from '../picture'

const SHEET = sheetPicture({ framed: false, ends: 53 })

/** A paper as it was scanned at the window. */
export const scan = (name: string): UploadedFile => ({ name: `${name}.png`, declaredType: 'image/png', bytes: SHEET })
