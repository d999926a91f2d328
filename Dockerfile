FROM node:20-bookworm-slim AS build
WORKDIR /anyam
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /anyam
COPY --from=build /anyam /anyam
# a volume takes over who owns the folder it is mounted on
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/sehat').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "build/server/server.js"]
