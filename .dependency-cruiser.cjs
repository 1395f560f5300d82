// Who may import whom. domain ← contract ← service | web; domain ← service-kit | web-kit; a line never imports another line.
const TEST_FILES = '\\.test\\.ts$'
const CONFIGURATION = '(^|/)(vite|vitest|rolldown)\\.config\\.(ts|mjs)$'

/** The workspace's own packages by what they are; the line is the first group. */
const CONTRACT = '^apps/([^/]+)/contract/'
const SERVICE = '^apps/([^/]+)/service/'
const WEB = '^apps/([^/]+)/web/'

const floor = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    floor('domain-stands-alone', 'The domain imports nothing of ours.', { path: '^packages/domain/', pathNot: CONFIGURATION }, { path: '^(apps|packages|infra|seeds|tests)/', pathNot: '^packages/(domain|config)/' }),
    floor('domain-is-plain', 'The domain is plain TypeScript: zod, the calendar of holidays, nothing of Node or a framework.', { path: '^packages/domain/', pathNot: TEST_FILES }, { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: '/(zod|chinese-days)/' }),
    floor('kit-on-domain', 'A kit imports the domain only (its tests also the testing package).', { path: '^packages/(service-kit|web-kit)/', pathNot: `${TEST_FILES}|${CONFIGURATION}|/testing/` }, { path: '^(apps|packages|infra|seeds|tests)/', pathNot: '^packages/($1|domain|config)/' }),
    floor('kit-tests', 'The tests of a kit import kit, domain and testing.', { path: `^packages/(service-kit|web-kit)/.*(${TEST_FILES}|/testing/)` }, { path: '^(apps|packages|infra|seeds|tests)/', pathNot: '^packages/($1|domain|config|testing)/' }),
    floor('tools-below', 'The embedded database and the testing package know no line and no kit.', { path: '^packages/(embedded-postgres|testing|config)/' }, { path: '^(apps|packages|infra|seeds|tests)/', pathNot: '^packages/($1|domain|config|embedded-postgres)/' }),
    floor('line-apart', 'A line never imports another line: lines meet by events and through the portal.', { path: '^apps/([^/]+)/' , pathNot: '^apps/portal/web/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    floor('shell-and-identity', 'The shell imports its own contract and that of identity, no other line.', { path: '^apps/portal/web/' }, { path: '^apps/', pathNot: '^apps/(portal/(web|contract)|identity/contract)/' }),
    floor('contract-on-domain', 'A contract imports the domain only.', { path: CONTRACT }, { path: '^(apps|packages|infra|seeds|tests)/', pathNot: '^(apps/$1/contract|packages/domain|packages/config)/' }),
    floor('contract-is-plain', 'A contract runs in the browser and in the service: zod, nothing of Node or a framework.', { path: CONTRACT, pathNot: TEST_FILES }, { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: '/zod/' }),
    floor('service-floor', 'A service imports its contract, the domain and the service kit.', { path: SERVICE, pathNot: `${TEST_FILES}|${CONFIGURATION}|/testing/` }, { path: '^(apps|packages|infra|seeds|tests)/', pathNot: '^(apps/$1/(service|contract)|packages/(domain|service-kit|config))/' }),
    floor('service-tests', 'The tests of a service may also use the testing package.', { path: `${SERVICE}.*(${TEST_FILES}|/testing/)` }, { path: '^(apps|packages|infra|seeds|tests)/', pathNot: '^(apps/$1/(service|contract)|packages/(domain|service-kit|config|testing))/' }),
    floor('web-floor', 'A frontend imports its contract, the domain and the web kit.', { path: WEB, pathNot: `${CONFIGURATION}|^apps/portal/` }, { path: '^(apps|packages|infra|seeds|tests)/', pathNot: '^(apps/$1/(web|contract)|packages/(domain|web-kit|config))/' }),
    floor('nothing-above', 'Packages and lines never import the host, the seeds or the cross-cutting tests.', { path: '^(apps|packages)/' }, { path: '^(infra|seeds|tests)/' }),
    floor('nothing-on-tests', 'Nothing but tests imports the cross-cutting tests.', { pathNot: '^tests/' }, { path: '^tests/' }),
    floor('orm-in-the-kit', 'Only the service kit opens databases; a service declares entities and writes through the unit of work.', { path: '^apps/', pathNot: `${TEST_FILES}|/testing/` }, { path: 'node_modules/(pg|pg-boss|@nestjs/typeorm)/' }),
    floor('no-cycles', 'Two files that import each other cannot be understood apart.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    floor('resolvable', 'Every import must be found.', {}, { couldNotResolve: true, pathNot: '^(virtual:|~)' }),
    floor('declared', 'What a package imports stands in its own package.json.', { pathNot: '^infra/setup/' }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    floor('tests-stay-tests', 'Code that runs does not import tests.', { pathNot: TEST_FILES }, { path: TEST_FILES }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data|\\.turbo|coverage)/' },
    combinedDependencies: false,
    preserveSymlinks: false,
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.mjs', '.js', '.vue', '.json'], mainFields: ['module', 'main', 'types'] },
  },
}
