import { isAdministrator, mayCall, type Contract, type Permissions, type Routes } from '@xishan/domain'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ApiProblem } from '../client/api-problem'
import { identity, type Account } from './session.api'

/** Who works here and on which business date. */
export const useSession = defineStore('session', () => {
  const account = shallowRef<Account>()
  const businessDate = ref('')
  const demonstration = ref(false)

  const isSignedIn = computed(() => account.value !== undefined)
  /** 三员: they keep the system and see no business data. */
  const isKeeper = computed(() => account.value?.roles.some(isAdministrator) ?? false)

  /** Whether the account's roles hold a permission of a contract. */
  const may = (permissions: Permissions, permission: string): boolean => mayCall(permissions, permission, account.value?.roles ?? [])

  async function readClock(): Promise<void> {
    const clock = await identity.clock()
    businessDate.value = clock.businessDate
    demonstration.value = clock.demonstration
  }

  /** Asks identity who is here; nobody is an answer, not an error. */
  async function restore(): Promise<void> {
    const [who] = await Promise.all([whoIsHere(), readClock()])
    account.value = who
  }

  function enter(who: Account): void {
    account.value = who
  }

  async function signOut(): Promise<void> {
    await identity.signOut()
    account.value = undefined
  }

  function forget(): void {
    account.value = undefined
  }

  return { account, businessDate, demonstration, isSignedIn, isKeeper, may, restore, readClock, enter, signOut, forget }
})

/** The token in the browser is often older than its five minutes when a page opens, so begin by renewing it. */
async function whoIsHere(): Promise<Account | undefined> {
  try {
    return await identity.refreshSession()
  } catch (thrown) {
    if (thrown instanceof ApiProblem && (thrown.status === 401 || thrown.status === 403)) return undefined
    throw thrown
  }
}

/** `can('confirmApplication')`: whether the person signed in holds a permission of this line's contract. */
export function useCan<R extends Routes, P extends Permissions>(contract: Contract<R, P>): (permission: keyof P & string) => boolean {
  const session = useSession()
  return (permission) => session.may(contract.permissions, permission)
}
