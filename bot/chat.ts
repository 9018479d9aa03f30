import { createInterface } from 'node:readline'
import { type CommandLine, readCommandLine, renderAnswer } from './channels/command-line.ts'
import { fail, openSession, type Session } from './channels/command-line-session.ts'
import { zhCn } from './copy/zh-cn.ts'

const copy = zhCn.commandLine

async function chat(args: readonly string[]): Promise<void> {
  const line = readCommandLine(args)
  if (typeof line === 'string' || line.question !== '') return showUsage(line)
  const session = await openSession(line, true)
  console.log(`${renderAnswer(session.welcome)}\n${copy.leaveHint}\n`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: copy.you })
  terminal.prompt()
  for await (const typed of terminal) {
    const text = typed.trim()
    if (isLeaving(text)) break
    if (text !== '') console.log(`\n${await reply(session, text)}\n`)
    terminal.prompt()
  }
  terminal.close()
  await session.close()
  console.log(copy.goodbye)
}

// One failed answer does not end the conversation.
async function reply(session: Session, text: string): Promise<string> {
  try {
    const answer = await session.ask(text)
    return [renderAnswer(answer), ...(await session.save(answer))].join('\n')
  } catch {
    return copy.failed
  }
}

function isLeaving(text: string): boolean {
  return copy.leave.some((word) => word === text.toLowerCase())
}

function showUsage(line: CommandLine | string): void {
  console.error(typeof line === 'string' ? `${line}\n${copy.chatUsage}` : copy.chatUsage)
  process.exitCode = 2
}

chat(process.argv.slice(2)).catch(fail)
