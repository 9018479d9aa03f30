import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

const USAGE = 'usage: npm run bench [-- --fresh | --search | --regions]'

// The bundle of the bench stands beside the bundle of the server that it starts.
const bench = process.argv[1] ?? ''
const serverBundle = join(dirname(bench), 'main.js')

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      search: { type: 'boolean' },
      fresh: { type: 'boolean' },
      regions: { type: 'boolean' },
      'load-regions': { type: 'boolean' },
      'serve-echo': { type: 'string' },
    },
  })
  const echoPort = values['serve-echo']
  // Each part is loaded only when it runs: the echo's memory and start must not pay for the rest.
  if (echoPort !== undefined) return (await import('./bench/echo-server.ts')).serveEcho(Number(echoPort))
  if (values.search) return (await import('./bench/search-bench.ts')).runSearchBench()
  if (values['load-regions']) return (await import('./bench/region-bench.ts')).loadOnce()
  if (values.regions) return (await import('./bench/region-bench.ts')).runRegionBench()
  await benchWire(values.fresh === true)
}

async function benchWire(fresh: boolean): Promise<void> {
  const { measurePair } = await import('./bench/wire-bench.ts')
  const { holdAgainstBars, holdWalksAgainstBar } = await import('./bench/bars.ts')
  const [echo, assistant, walks] = await measurePair(
    [(port) => [bench, '--serve-echo', String(port)], () => [serverBundle]],
    fresh,
  )
  const bars = [...holdAgainstBars(echo, assistant), ...holdWalksAgainstBar(walks)]
  console.table(bars.map(({ met, ...cells }) => ({ ...cells, met: met ? 'yes' : 'NO' })))
  const missed = bars.filter(({ met }) => !met)
  for (const { figure, measured, bar } of missed) console.error(`${figure}: ${measured}, the bar is ${bar}`)
  if (missed.length > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? `${error.message}\n${USAGE}` : error)
  process.exit(1)
})
