/**
 * A build for Node: our own packages are bundled from their sources, everything else stays where it is installed. Decorator options
 * come from the tsconfig.json beside the rolldown.config.mjs.
 *
 * @param {Record<string, string>} input name of the file in dist/ → its source
 * @returns {import('rolldown').RolldownOptions}
 */
export function bundleForNode(input) {
  return {
    input,
    platform: 'node',
    tsconfig: './tsconfig.json',
    external: (id) => !/^[./\0]/.test(id) && !/^@(xishan|oxc-project\/runtime)(\/|$)/.test(id),
    output: { dir: 'dist', format: 'esm', cleanDir: true, sourcemap: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    checks: { circularDependency: true },
  }
}
