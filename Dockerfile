FROM node:24-bookworm-slim AS manifests
ENV CI=true
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
COPY packages/sdk/package.json packages/sdk/
COPY packages/server/package.json packages/server/
COPY packages/web/package.json packages/web/
COPY packages/rehearsal/package.json packages/rehearsal/
# The package manager's version stands in package.json, nowhere else.
RUN printf '#!/bin/sh\nexec npx --yes %s "$@"\n' "$(node -p "require('./package.json').packageManager")" > /usr/local/bin/pnpm \
  && chmod +x /usr/local/bin/pnpm

FROM manifests AS build
RUN pnpm install --frozen-lockfile
COPY tsconfig.base.json ./
COPY packages packages
RUN for name in sdk server web; do (cd "packages/$name" && npm run build) || exit 1; done

FROM manifests AS production-dependencies
RUN pnpm install --frozen-lockfile --prod --filter @pagedrop/server

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
# For the covers that are uploaded, unless COVERS_S3_* name a bucket: mount a volume here.
RUN mkdir /data && chown node:node /data
WORKDIR /app
COPY --from=production-dependencies /app/node_modules node_modules
COPY --from=production-dependencies /app/packages/server/node_modules packages/server/node_modules
COPY package.json ./
COPY packages/server/package.json packages/server/
COPY packages/server/data packages/server/data
COPY --from=build /app/packages/server/dist packages/server/dist
COPY --from=build /app/packages/web/dist packages/web/dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--heap-growing-percent=10", "packages/server/dist/main.js"]
