import { describe, expect, it } from 'vitest'
import { outsideRefusal, returnPath } from './return-path'

describe('the way back after signing in', () => {
  it.each([
    ['/social-assistance/tasks?light=red#top', '/social-assistance/tasks?light=red#top'],
    ['/apps/social-assistance/tasks', '/apps/social-assistance/tasks'],
    ['/?signInProblem=outside-identity-unknown', '/'],
  ])('%s leads to %s', (back, path) => expect(returnPath(back)).toBe(path))

  it.each([undefined, '', 'https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in?back=/sign-in'])('%s leads home', (back) => expect(returnPath(back)).toBe('/'))
})

describe('a refusal of the outside issuer', () => {
  it('is said in its sentence', () => expect(outsideRefusal('/?signInProblem=outside-identity-unknown')).toContain('没有对应的账号'))
  it('that nobody knows is said as a sign-in that did not finish', () => expect(outsideRefusal('/?signInProblem=whatever')).toContain('重新开始'))
  it('is not there otherwise', () => expect(outsideRefusal('/tasks')).toBeUndefined())
})
