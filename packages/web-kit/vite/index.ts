export { remoteBuild, type RemoteOptions } from './remote-build.ts'
export { shellBuild, type ShellOptions } from './shell-build.ts'
export { vendorBuild } from './vendor-build.ts'
export { elementPlusComponents } from './element-plus-components.ts'
