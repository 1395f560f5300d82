import { afterEach, describe, expect, it, vi } from 'vitest'
import { countTests, total } from './count-tests.mjs'
import { knownCause } from './failure.mjs'
import { environment } from './workspace.mjs'

afterEach(() => vi.unstubAllEnvs())

const file = (...statuses: string[]) => ({ status: statuses.every((status) => status === 'passed') ? 'passed' : 'failed', assertionResults: statuses.map((status) => ({ status })) })
const unloadable = { status: 'failed', assertionResults: [] }

describe('the count', () => {
  it.each([
    ['all passed', { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 'passed'), file('passed')] }, 0, '3 passed, 0 failed'],
    ['one failed', { numPassedTests: 1, numFailedTests: 1, testResults: [file('passed', 'failed')] }, 1, '1 passed, 1 failed'],
    ['a file that could not be loaded', { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed'), unloadable] }, 1, '1 passed, 1 failed'],
    ['both', { numPassedTests: 1, numFailedTests: 1, testResults: [file('passed', 'failed'), unloadable] }, 1, '1 passed, 2 failed'],
    ['an error outside any test', { numPassedTests: 2, numFailedTests: 0, testResults: [file('passed', 'passed')] }, 1, '2 passed, 1 failed'],
    ['no test at all', { numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0, '0 passed, 1 failed'],
    ['no report', undefined, 1, '0 passed, 1 failed'],
  ])('of %s', (_, report, status, line) => {
    expect(total([countTests(report, status)]).line).toBe(line)
  })

  it('adds the checks', () => {
    expect(total([{ passed: 1, failed: 0 }, { passed: 0, failed: 1 }, { passed: 40, failed: 2 }])).toEqual({ passed: 41, failed: 3, line: '41 passed, 3 failed' })
  })
})

describe('a known cause', () => {
  it.each([
    ['ERROR write ENOSPC', '磁盘空间不足'],
    ['failed to import: No space left\n      on device (os error 28)', '磁盘空间不足'],
    ['npm error code ENOTFOUND', '无法访问 npm 软件源'],
    ['request to https://registry failed: ECONNREFUSED', '无法访问 npm 软件源'],
    ["EACCES: permission denied, mkdir '/x'", '没有写入权限'],
  ])('%j is said in a sentence', (output, sentence) => {
    expect(knownCause(output)).toContain(sentence)
  })

  it('is none of an unknown failure', () => {
    expect(knownCause('SyntaxError: Unexpected token')).toBeUndefined()
  })
})

describe('the environment of our tools', () => {
  it("has npm's settings of registry, cache and proxy, and nothing else of npm's", () => {
    vi.stubEnv('npm_config_registry', 'https://registry.example')
    vi.stubEnv('npm_config_https_proxy', 'http://proxy.example')
    vi.stubEnv('npm_config_reset', 'true')
    vi.stubEnv('npm_lifecycle_event', 'start')
    vi.stubEnv('XISHAN_OWN', 'kept')
    const given = environment({ PORT: '1' })
    expect(given).toMatchObject({ npm_config_registry: 'https://registry.example', npm_config_https_proxy: 'http://proxy.example', XISHAN_OWN: 'kept', PORT: '1' })
    expect(Object.keys(given).filter((name) => /^npm_(lifecycle|config_reset)/.test(name))).toEqual([])
    expect(given.PATH).toMatch(/^[^:]*node_modules\/\.bin:/)
  })
})
