import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import components from 'unplugin-vue-components/vite'
import type { Plugin } from 'vite'
import { KIT } from './shared.ts'

const FACADE = join(KIT, 'vendor/element-plus.ts')
const carried = new Set(readFileSync(FACADE, 'utf8').match(/\bEl[A-Z]\w+|\bvLoading\b/g))

const missing = (name: string): Error => new Error(`${name} is not in the vendor build: add it to packages/web-kit/vendor/element-plus.ts`)

/**
 * `<ElButton>` in a template is imported from the shared Element Plus. The stock resolver would import `element-plus/es`, a second
 * copy whose popups stack wrongly and speak English.
 */
export const elementPlusComponents = (): Plugin[] =>
  [
    components({
      dts: false,
      dirs: [],
      resolvers: [
        (name: string) => {
          if (!/^El[A-Z]/.test(name)) return undefined
          if (!carried.has(name)) throw missing(name)
          return { name, from: 'element-plus' }
        },
      ],
    }),
    importsOfFacade,
  ].flat()

/** A script may import only what the facade exports; in the browser the rest would be undefined. */
const importsOfFacade: Plugin = {
  name: 'xishan:element-plus-facade',
  transform: {
    filter: { id: { include: /\.(ts|vue)(\?|$)/, exclude: /node_modules|web-kit\/vendor/ }, code: 'element-plus' },
    handler(code) {
      if (/from\s+['"]element-plus\/(?!es\/locale)/.test(code)) throw new Error("import from 'element-plus' itself: a path inside it is a second copy")
      for (const [, names = ''] of code.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"]element-plus['"]/g))
        for (const name of names.split(',').map((part) => part.trim().split(/\s+as\s+/)[0] ?? ''))
          if (/^El[A-Z]/.test(name) && !carried.has(name)) throw missing(name)
      return null
    },
  },
}
