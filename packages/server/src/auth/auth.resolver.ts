import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '#auth/allow.js';
import type { AuthContext } from '#auth/auth-context.js';
import { AuthPayloadType, UserType } from '#auth/auth.types.js';
import { login } from '#auth/login.js';
import { logout } from '#auth/logout.js';
import { refreshSession } from '#auth/refresh-session.js';
import { register } from '#auth/register.js';
import { UserEntity } from '#auth/user.entity.js';

@Resolver()
export class AuthResolver {
  @Allow('everyone')
  @Query(() => UserType, { nullable: true, description: 'The user of the access token; null without one.' })
  async me(@Ctx() context: AuthContext): Promise<UserType | null> {
    const viewer = await context.viewer();
    return viewer ? context.database.fork().findOne(UserEntity, { id: viewer.userId }) : null;
  }

  @Allow('everyone')
  @Mutation(() => AuthPayloadType, { description: 'Creates a reader and begins a session.' })
  register(
    @Arg('username', () => String) username: string,
    @Arg('password', () => String) password: string,
    @Arg('returnRefreshToken', () => Boolean, { defaultValue: false }) returnRefreshToken: boolean,
    @Ctx() context: AuthContext,
  ): Promise<AuthPayloadType> {
    return register(context, { username, password, returnRefreshToken });
  }

  @Allow('everyone')
  @Mutation(() => AuthPayloadType, { description: 'Begins a session.' })
  login(
    @Arg('username', () => String) username: string,
    @Arg('password', () => String) password: string,
    @Arg('returnRefreshToken', () => Boolean, { defaultValue: false }) returnRefreshToken: boolean,
    @Ctx() context: AuthContext,
  ): Promise<AuthPayloadType> {
    return login(context, { username, password, returnRefreshToken });
  }

  @Allow('everyone')
  @Mutation(() => AuthPayloadType, {
    description: 'Renews a session by its refresh token: from the argument, otherwise from the cookie.',
  })
  refreshSession(
    @Arg('refreshToken', () => String, { nullable: true }) refreshToken: string | null,
    @Ctx() context: AuthContext,
  ): Promise<AuthPayloadType> {
    return refreshSession(context, { refreshToken: refreshToken ?? null });
  }

  @Allow('everyone')
  @Mutation(() => Boolean, {
    description: 'Ends the session of the access token or of the refresh token. True also when there was none.',
  })
  logout(
    @Arg('refreshToken', () => String, { nullable: true }) refreshToken: string | null,
    @Ctx() context: AuthContext,
  ): Promise<boolean> {
    return logout(context, { refreshToken: refreshToken ?? null });
  }
}
