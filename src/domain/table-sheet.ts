/** The rows of a table as people look at them or take them away, all or those of a place. */
export interface TableSheet {
  /** What it shows: 附件2（试点县名单）·浙江省. */
  readonly title: string
  /** How complete it is, and where it is from. */
  readonly notes: readonly string[]
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
