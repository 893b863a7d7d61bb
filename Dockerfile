# One image for every process of Mailroom; docker-compose.yml says which runs where.
FROM node:20-bookworm-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends qpdf \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /mailroom
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
ENV WORKFLOW_BUNDLE=/mailroom/dist/workflows.js
RUN mkdir /data && chown node /data
USER node
CMD ["node", "--enable-source-maps", "dist/api/main.js"]
