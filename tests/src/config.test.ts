import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { ConfigurationError } from '../../src/errors.ts'

function faultsOf(environment: Record<string, string>) {
  try {
    loadConfig(environment)
  } catch (error) {
    if (error instanceof ConfigurationError) return error
    throw error
  }
  throw new Error('no fault was found')
}

describe('loadConfig', () => {
  it('needs no settings and serves this machine only', () => {
    expect(loadConfig({})).toMatchObject({ host: '127.0.0.1', port: 3978, rateLimit: true, logLevel: 'info' })
  })

  it('takes empty settings for absent ones', () => {
    expect(loadConfig({ PORT: '', BOT_NOW: ' ', HOST: '' })).toMatchObject({ port: 3978, host: '127.0.0.1' })
  })

  it('keeps state for 400 days in the project, wherever the command is called', () => {
    expect(loadConfig({})).toMatchObject({ dataDir: join(process.cwd(), '.data'), stateDays: 400 })
  })

  it('reads every setting', () => {
    const config = loadConfig({
      HOST: '0.0.0.0',
      PORT: '8080',
      BOT_NOW: '2023-07-25T09:00:00+08:00',
      DATA_DIR: '/var/bot',
      STATE_DAYS: '30',
      NOTICE: 'some-pack',
      LOG_LEVEL: 'warn',
      RATE_LIMIT: 'off',
      PUBLIC_URL: 'https://bot.example.org/a/',
      MicrosoftAppId: 'id',
      MicrosoftAppPassword: 'password',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: 'tenant',
    })
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 8080,
      fixedNow: new Date('2023-07-25T01:00:00Z'),
      dataDir: '/var/bot',
      stateDays: 30,
      notice: 'some-pack',
      logLevel: 'warn',
      rateLimit: false,
      publicUrl: 'https://bot.example.org/a',
      credentials: { appId: 'id', password: 'password', type: 'SingleTenant', tenantId: 'tenant' },
    })
  })

  it('lists all faults together, each with its remedy', () => {
    const error = faultsOf({ PORT: '70000', BOT_NOW: '2023-07-25', LOG_LEVEL: 'loud', HOST: '0.0.0.0' })
    expect(error.faults.map(({ setting }) => setting)).toEqual(['PORT', 'BOT_NOW', 'LOG_LEVEL', 'HOST'])
    for (const { setting, problem, remedy } of error.faults)
      expect(error.message).toContain(`${setting}: ${problem} → ${remedy}`)
  })

  it.each(['0.0.0.0', '::', '192.168.1.5', 'bot.example.org'])('refuses to bind to %s without credentials', (HOST) => {
    expect(faultsOf({ HOST }).message).toContain('MicrosoftAppId')
  })

  it.each(['localhost', '127.0.0.2', '::1', '[::1]'])('binds to %s without credentials', (HOST) => {
    expect(loadConfig({ HOST }).credentials).toBeUndefined()
  })

  it.each([
    [{ MicrosoftAppId: 'id' }, 'MicrosoftAppPassword'],
    [{ MicrosoftAppPassword: 'p' }, 'MicrosoftAppId'],
    [{ MicrosoftAppId: 'id', MicrosoftAppPassword: 'p', MicrosoftAppType: 'SingleTenant' }, 'MicrosoftAppTenantId'],
    [{ MicrosoftAppId: 'id', MicrosoftAppPassword: 'p', MicrosoftAppType: 'Other' }, 'MicrosoftAppType'],
    [{ BOT_NOW: '2023-02-30T09:00:00+08:00' }, 'BOT_NOW'],
    [{ BOT_NOW: '2023-02-03T09:00:00' }, 'BOT_NOW'],
    [{ PORT: '3e3' }, 'PORT'],
    [{ PUBLIC_URL: 'ftp://example.org' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://example.org/?a=b' }, 'PUBLIC_URL'],
    [{ RATE_LIMIT: 'maybe' }, 'RATE_LIMIT'],
    [{ STATE_DAYS: '0' }, 'STATE_DAYS'],
    [{ STATE_DAYS: '1.5' }, 'STATE_DAYS'],
    [{ STATE_DAYS: 'forever' }, 'STATE_DAYS'],
  ])('names the setting that is wrong in %j', (environment, setting) => {
    expect(faultsOf(environment as Record<string, string>).faults.map((fault) => fault.setting)).toContain(setting)
  })

  it('never repeats a secret in its message', () => {
    const { message } = faultsOf({ MicrosoftAppPassword: 'hunter2', PORT: 'x' })
    expect(message).not.toContain('hunter2')
  })
})
