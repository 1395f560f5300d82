import type { Actor, Role } from '@xishan/domain'
import { demonstrationAccounts } from '../accounts'
import { divisionsOn } from '../divisions'
import { idAt, momentOf } from './identifiers'
import { People } from './people'
import { streets } from './places'
import type { Draw } from './random'

/** Since when the owners of the demonstration's accounts hold their posts; before them stood others. */
const IN_POST_SINCE = '2023-03-01'
const STREET_POSTS: readonly (readonly [Role, number])[] = [['ST_CLERK', 2], ['ST_REVIEWER', 1], ['ST_LEADER', 1]]
const BUREAU_POSTS: readonly (readonly [Role, number])[] = [['CHECKER', 1], ['BU_CLERK', 1], ['BU_HEAD', 1], ['BU_APPROVER', 1], ['DIRECTOR', 1]]
const DISTRICT = '530112'

interface Post {
  holder: Actor
  from: string
}

/** Who acted in the history: the accounts' owners where there is an account, else made-up colleagues. */
export class Staff {
  private readonly posts = new Map<string, Post[][]>()
  private readonly people: People

  constructor(private readonly draw: Draw) {
    this.people = new People(draw.of('people'))
    for (const [role, count] of BUREAU_POSTS) this.fill(DISTRICT, role, count)
    for (const { code } of streets) {
      for (const [role, count] of STREET_POSTS) this.fill(code, role, count)
      for (const community of divisionsOn('2025-09-30').childrenOf(code)) this.fill(community.code, 'COMMUNITY', 1)
    }
    this.fill(DISTRICT, 'FINANCE', 1)
  }

  /** Everybody who holds such a post there on a day. @throws RangeError when nobody does */
  all(role: Role, scope: string, on: string): Actor[] {
    const held = (this.posts.get(`${role} ${scope}`) ?? []).flatMap((post) => post.findLast(({ from }) => from <= on)?.holder ?? [])
    if (held.length === 0) throw new RangeError(`nobody is ${role} of ${scope}`)
    return held
  }

  one(role: Role, scope: string, on: string): Actor {
    const [first] = this.all(role, scope, on)
    if (!first) throw new RangeError(`nobody is ${role} of ${scope}`)
    return first
  }

  private fill(scope: string, role: Role, count: number): void {
    const owners = demonstrationAccounts.filter((account) => account.role === role && account.division === scope)
    const posts = Array.from({ length: Math.max(count, owners.length) }, (_, at): Post[] => {
      const owner = owners[at]
      const now: Actor = owner ? { kind: 'user', id: owner.id, name: owner.name, roles: [role], scope } : this.madeUp(role, scope, `${at}`)
      return [{ holder: this.madeUp(role, scope, `${at} before`), from: '2016-01-01' }, { holder: now, from: IN_POST_SINCE }]
    })
    this.posts.set(`${role} ${scope}`, posts)
  }

  private madeUp(role: Role, scope: string, which: string): Actor {
    const draw = this.draw.of(`${role} ${scope} ${which}`)
    const { name } = this.people.make({ sex: draw.chance(0.45) ? '1' : '2', age: draw.int(28, 55), on: IN_POST_SINCE, ethnicity: draw.pick(['01', '01', '01', '07', '14']) })
    return { kind: 'user', id: idAt(momentOf('2016-01-04', 540), draw), name, roles: [role], scope }
  }
}

/** The street a community belongs to. */
export const streetOf = (community: string): string => community.slice(0, 9)
