import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder'

export const APP_ID = '00000000-0000-0000-0000-00000000b07a'

/** What is wrong with a token, if anything. */
export interface TokenFaults {
  readonly key?: KeyObject
  readonly header?: Record<string, unknown>
  readonly claims?: Record<string, unknown>
  readonly signature?: string
}

/** An issuer of Bot Framework tokens on this machine, with its published keys, and an authentication that trusts it. */
export async function openTokenIssuer() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n, e } = publicKey.export({ format: 'jwk' })
  let origin = ''
  const server = createServer((request, response) => {
    const keys = { keys: [{ kid: 'k1', kty: 'RSA', n, e }] }
    response.end(JSON.stringify(request.url === '/keys' ? keys : { jwks_uri: `${origin}/keys` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function issue(serviceUrl: string, faults: TokenFaults = {}): string {
    const now = Math.floor(Date.now() / 1_000)
    const claims = { iss: 'https://issuer.test', aud: APP_ID, serviceurl: serviceUrl, nbf: now - 60, exp: now + 600 }
    const parts = [
      { alg: 'RS256', typ: 'JWT', kid: 'k1', ...faults.header },
      { ...claims, ...faults.claims },
    ]
    const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    const signature = sign('sha256', Buffer.from(signed), faults.key ?? privateKey).toString('base64url')
    return `Bearer ${signed}.${faults.signature ?? signature}`
  }

  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { issue, close, authentication: trust(`${origin}/metadata`) }
}

/** An authentication that reads its keys from `metadataUrl` and never asks the cloud for tokens of its own. */
export function trust(metadataUrl: string) {
  const registration = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'secret', MicrosoftAppType: 'MultiTenant' }
  const factory = new ConfigurationServiceClientCredentialFactory(registration)
  const signing = { signRequest: async (request: never) => request }
  factory.createCredentials = async () => signing as never
  const unused = 'http://127.0.0.1:9'
  const urls = {
    ToChannelFromBotLoginUrl: unused,
    ToChannelFromBotOAuthScope: unused,
    ToBotFromChannelTokenIssuer: 'https://issuer.test',
    OAuthUrl: unused,
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
    CallerId: 'test',
  }
  return new ConfigurationBotFrameworkAuthentication({ ...registration, ...urls }, factory)
}
