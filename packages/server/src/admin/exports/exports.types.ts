import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('ExportTicket', {
  simpleResolvers: true,
  description: 'Leads to a CSV file of all rows that the filter matches, as one snapshot.',
})
export class ExportTicketType {
  @Field(() => String, { description: 'Path on this server. It works once; whoever has it needs no token.' })
  declare readonly url: string;

  @Field(() => GraphQLDateTime, { description: 'Until when the download must have begun: one minute.' })
  declare readonly expiresAt: Date;
}
