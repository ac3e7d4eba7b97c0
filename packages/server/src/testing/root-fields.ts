import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** One field of Query or Mutation, as a request that gives it whatever its arguments' types ask for. */
export interface RootField {
  /** `Mutation.createBook` */
  readonly name: string;
  readonly document: string;
}

/** Every root field of the schema, in alphabetical order, queries first. */
export function rootFields(schema: GraphQLSchema): readonly RootField[] {
  return [
    { type: schema.getQueryType(), operation: 'query' },
    { type: schema.getMutationType(), operation: 'mutation' },
  ].flatMap(({ type, operation }) =>
    Object.values(type?.getFields() ?? {})
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
      .map((field) => ({ name: `${type?.name}.${field.name}`, document: `${operation} { ${call(field)} }` })),
  );
}

function call({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args.filter(isRequiredArgument).map((argument) => `${argument.name}: ${value(argument.type)}`);
  const selection = isCompositeType(getNamedType(type)) ? ' { __typename }' : '';
  return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection}`;
}

/** Valid for its type, and nothing that is there. */
function value(type: GraphQLInputType): string {
  if (isNonNullType(type)) return value(type.ofType);
  if (isListType(type)) return `[${value(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${value(field.type)}`).join(', ')} }`;
  }
  const scalar = SCALARS[type.name];
  if (scalar === undefined) throw new Error(`say what a value of the scalar ${type.name} looks like`);
  return scalar;
}

const SCALARS: Readonly<Record<string, string>> = {
  ID: '"01890000-0000-7000-8000-000000000000"',
  String: '"x"',
  Int: '1',
  Float: '1.5',
  Boolean: 'false',
  DateTime: '"2030-01-01T00:00:00Z"',
  JSON: '{}',
};
