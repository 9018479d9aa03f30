import { Embeddings } from '@langchain/core/embeddings'
import { embedOffline } from '../text/embed-offline.ts'

/** LangChain's view of `embedOffline`. LangChain is slow to load: import this file dynamically. */
export class OfflineEmbeddings extends Embeddings {
  constructor() {
    super({})
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return documents.map((document) => [...embedOffline(document)])
  }

  override async embedQuery(document: string): Promise<number[]> {
    return [...embedOffline(document)]
  }
}
