import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import restify from 'restify'

/** The floor the assistant is measured against: the plainest bot on the same SDK and server, as its samples write it. */
export function serveEcho(port: number): void {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const bot = new ActivityHandler()
  bot.onMessage(async (context, next) => {
    await context.sendActivity(`Echo: ${context.activity.text}`)
    await next()
  })
  const server = restify.createServer()
  server.use(restify.plugins.bodyParser())
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, (context) => bot.run(context))
  })
  server.listen(port, '127.0.0.1')
}
