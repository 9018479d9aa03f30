import { zhCn } from './copy/zh-cn.ts'
import { DONE, type PersonalData, runDataCommand } from './data-command.ts'

/** Prints all that is kept about a person as one JSON object. */
async function exportData({ user, records }: PersonalData): Promise<number> {
  console.log(JSON.stringify({ user, records }, undefined, 2))
  return DONE
}

const command = { usage: zhCn.personalData.exportUsage, asksToConfirm: false, act: exportData }
process.exitCode = await runDataCommand(command, process.argv.slice(2))
