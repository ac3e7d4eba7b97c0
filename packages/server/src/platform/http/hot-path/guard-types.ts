import { isAbstractType, type GraphQLSchema } from 'graphql';

/**
 * Makes an object whose type cannot be told an error of its field. graphql-jit lets what `resolveType` throws escape
 * as an unhandled rejection, which ends the process, and the request is never answered.
 */
export function guardTypes(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type) || !type.resolveType) continue;
    const { resolveType } = type;
    type.resolveType = (...args) => {
      try {
        return resolveType(...args);
      } catch {
        return undefined; // the executor has the words for it
      }
    };
  }
}
