/** A vector of length 1 under the id that a search gives back; several vectors may stand for one id. */
export interface Vector {
  readonly id: string
  readonly values: Float32Array
}

/** A stored vector near to the one looked for; `score` is the cosine, 1 for the same direction. */
export interface Neighbour {
  readonly id: string
  readonly score: number
}

/** Finds the stored vectors nearest to one, best first. Every driver passes one contract suite. */
export interface VectorIndex {
  readonly driver: 'exact' | 'hnsw'
  /** At most `most` neighbours; fewer only when fewer are stored. Throws RangeError when the number of dimensions differs. */
  search(vector: Float32Array, most: number): readonly Neighbour[]
}

/** Throws RangeError unless the vector has as many dimensions as the stored ones. */
export function checkDimensions(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions)
    throw new RangeError(`vector has ${vector.length} dimensions, the index ${dimensions}`)
}
