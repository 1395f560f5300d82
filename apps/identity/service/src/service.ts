import { contract } from '@xishan/identity-contract'
import { defineService, TOKEN_KEYS } from '@xishan/service-kit'
import { Account } from './accounts/account.entity'
import { AccountsController } from './accounts/accounts.controller'
import { AmendAccount } from './accounts/amend-account'
import { FindAccounts } from './accounts/find-accounts'
import { FindColleagues } from './accounts/find-colleagues'
import { GrantRoles } from './accounts/grant-roles'
import { LockAccount } from './accounts/lock-account'
import { RegisterAccount } from './accounts/register-account'
import { UnlockAccount } from './accounts/unlock-account'
import { AdvanceClock } from './clock/advance-clock'
import { ClockController } from './clock/clock.controller'
import { migrations } from './migrations'
import { BeginOneTimeCode } from './one-time-codes/begin-one-time-code'
import { ConfirmOneTimeCode } from './one-time-codes/confirm-one-time-code'
import { OneTimeCodesController } from './one-time-codes/one-time-codes.controller'
import { RemoveOneTimeCode } from './one-time-codes/remove-one-time-code'
import { ResetOneTimeCode } from './one-time-codes/reset-one-time-code'
import { Journeys } from './outside-issuer/journeys'
import { OutsideIssuer } from './outside-issuer/outside-issuer'
import { OutsideIssuerController } from './outside-issuer/outside-issuer.controller'
import { SignInFromOutside } from './outside-issuer/sign-in-from-outside'
import { ChangeOwnPassword } from './passwords/change-own-password'
import { PasswordsController } from './passwords/passwords.controller'
import { RenewPassword } from './passwords/renew-password'
import { ResetPassword } from './passwords/reset-password'
import { FindSignIns } from './records/find-sign-ins'
import { RecordsController } from './records/records.controller'
import { refusals } from './refusals'
import { CurrentSettings } from './security-settings/current-settings'
import { FindSecuritySettings } from './security-settings/find-security-settings'
import { SecuritySetting } from './security-settings/security-setting.entity'
import { SecuritySettingsController } from './security-settings/security-settings.controller'
import { SetSecuritySetting } from './security-settings/set-security-setting'
import { CredentialCheck } from './sessions/credential-check'
import { ReadMe } from './sessions/me'
import { RefreshSession } from './sessions/refresh-session'
import { SessionCookies } from './sessions/session-cookies'
import { Sessions } from './sessions/sessions'
import { SessionsController } from './sessions/sessions.controller'
import { SignIn } from './sessions/sign-in'
import { FindSignInOptions } from './sessions/sign-in-options'
import { SignInThrottle } from './sessions/sign-in-throttle'
import { SignOut } from './sessions/sign-out'
import { TidySessions } from './sessions/tidy-sessions'
import { AccessTokens } from './tokens/access-tokens'
import { IssueServiceToken } from './tokens/issue-service-token'
import { SigningKeys } from './tokens/signing-keys'
import { TokensController } from './tokens/tokens.controller'

const accounts = [FindAccounts, FindColleagues, RegisterAccount, AmendAccount, GrantRoles, LockAccount, UnlockAccount]
const passwords = [ChangeOwnPassword, RenewPassword, ResetPassword]
const oneTimeCodes = [BeginOneTimeCode, ConfirmOneTimeCode, RemoveOneTimeCode, ResetOneTimeCode]
const sessions = [SignIn, SignOut, RefreshSession, ReadMe, FindSignInOptions, SignInThrottle, CredentialCheck, Sessions, SessionCookies]
const outsideIssuer = [OutsideIssuer, Journeys, SignInFromOutside]
const tokens = [SigningKeys, AccessTokens, IssueServiceToken]
const settings = [CurrentSettings, FindSecuritySettings, SetSecuritySetting]

export const service = defineService({
  contract,
  entities: [Account, SecuritySetting],
  migrations,
  controllers: [
    SessionsController, PasswordsController, OneTimeCodesController, OutsideIssuerController, AccountsController, RecordsController, SecuritySettingsController,
    ClockController, TokensController,
  ],
  providers: [...accounts, ...passwords, ...oneTimeCodes, ...sessions, ...outsideIssuer, ...tokens, ...settings, FindSignIns, AdvanceClock],
  dailyJobs: [TidySessions],
  tokenKeys: { provide: TOKEN_KEYS, useFactory: (keys: SigningKeys) => keys.verifier(), inject: [SigningKeys] },
  refusals,
})
