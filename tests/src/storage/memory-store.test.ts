import { createMemoryStore } from '../../../src/storage/memory-store.ts'
import { describeStateStore } from '../../contracts/state-store.contract.ts'

describeStateStore('the memory driver', async (clock) => createMemoryStore(clock))
