import { readCommandLine, renderAnswer, renderJson } from './channels/command-line.ts'
import { fail, openSession } from './channels/command-line-session.ts'
import { saveTable } from './channels/save-table.ts'
import { zhCn } from './copy/zh-cn.ts'

const copy = zhCn.commandLine

async function ask(args: readonly string[]): Promise<void> {
  const line = readCommandLine(args)
  if (typeof line === 'string') return showUsage(line)
  if (line.question === '') return showUsage(copy.missingQuestion)
  const session = await openSession(line)
  const answer = await session.ask(line.question)
  console.log(line.json ? renderJson(answer) : renderAnswer(answer))
  if (line.csv !== undefined) await saveTable(line.csv, answer, session)
}

function showUsage(problem: string): void {
  console.error(`${problem}\n${copy.usage}`)
  process.exitCode = 2
}

ask(process.argv.slice(2)).catch(fail)
