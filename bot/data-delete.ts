import { brokenFiles } from '../src/storage/sqlite-file.ts'
import { zhCn } from './copy/zh-cn.ts'
import { DONE, MISUSED, type PersonalData, runDataCommand } from './data-command.ts'
import { deletePersonalRecords } from './personal-records.ts'

const copy = zhCn.personalData

/** Deletes all that is kept about a person, once the operator has confirmed it. */
async function deleteData({ user, dataDir, store, records, confirmed }: PersonalData): Promise<number> {
  if (!confirmed) {
    console.error(copy.confirm(user, records.length))
    return MISUSED
  }
  console.log(copy.deleted(user, await deletePersonalRecords(store, user)))
  const files = brokenFiles(dataDir)
  if (files.length > 0) console.log(copy.brokenFiles(files))
  return DONE
}

const command = { usage: copy.deleteUsage, asksToConfirm: true, act: deleteData }
process.exitCode = await runDataCommand(command, process.argv.slice(2))
