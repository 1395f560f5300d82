import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export interface FontFile {
  path: string
  /** The face inside a collection. */
  face?: string
}

/** The three hands of an official paper: running text (仿宋, 宋体), headings (黑体) and the title (小标宋). */
export interface Fonts {
  text: FontFile
  heading: FontFile
  title: FontFile
}

/** Where Debian, Alpine and Fedora put Noto CJK. */
const FOLDERS = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto', '/usr/share/fonts/noto-cjk', '/usr/share/fonts/google-noto-cjk']

/** Noto CJK of the system, which has every rare character of names; else the package that is always there, a few characters short. */
export function findFonts(folders: readonly string[] = FOLDERS): Fonts {
  for (const folder of folders) {
    const serif = collection(folder, 'Serif', 'Regular')
    const serifBold = collection(folder, 'Serif', 'Bold')
    const sans = collection(folder, 'Sans', 'Regular')
    const sansBold = collection(folder, 'Sans', 'Bold')
    const text = serif ?? sans
    const heading = sansBold ?? serifBold ?? text
    if (text && heading) return { text, heading, title: serifBold ?? heading }
  }
  return packagedFonts()
}

function packagedFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url)
  const bold = { path: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf') }
  return { text: { path: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf') }, heading: bold, title: bold }
}

function collection(folder: string, style: 'Serif' | 'Sans', weight: 'Regular' | 'Bold'): FontFile | undefined {
  const path = join(folder, `Noto${style}CJK-${weight}.ttc`)
  return existsSync(path) ? { path, face: `Noto${style}CJKsc-${weight}` } : undefined
}
