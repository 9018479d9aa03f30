import {
  type CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import type { BotCredentials } from '../../src/config.ts'
import type { RefusalKey } from '../copy/zh-cn.ts'

/** How callers are checked and replies are signed; taken from the SDK's signatures, which export no such names. */
export type Authentication = NonNullable<ConstructorParameters<typeof CloudAdapter>[0]>

/** Who called, and how to call back. */
export type Caller = Awaited<ReturnType<Authentication['authenticateRequest']>>

/** Checks callers against the public Bot Framework cloud; without credentials every caller is let in. */
export function createAuthentication(credentials?: BotCredentials): Authentication {
  const registration = {
    MicrosoftAppId: credentials?.appId,
    MicrosoftAppPassword: credentials?.password,
    MicrosoftAppType: credentials?.type,
    MicrosoftAppTenantId: credentials?.tenantId,
  }
  const factory = new ConfigurationServiceClientCredentialFactory(registration)
  return new ConfigurationBotFrameworkAuthentication(registration, factory)
}

/** The SDK means 500 by every error of a bad token: what the caller did wrong is told from what is out of reach. */
export function explainAuthenticationFailure(error: unknown): RefusalKey {
  const { name, statusCode } = error as { readonly name?: string; readonly statusCode?: number }
  if (statusCode === 403) return 'forbidden'
  if (statusCode === 401) return 'unauthorised'
  return /^(JsonWebToken|NotBefore|TokenExpired)Error$/.test(name ?? '') ? 'unauthorised' : 'cannotVerify'
}
