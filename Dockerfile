# syntax=docker/dockerfile:1
# One image, two roles: docker run IMAGE [api | harvester [run | harvest SOURCE… | status | …]]

FROM node:22-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# What links the harvester, which is machine code in the image.
RUN apt-get update && apt-get install -y --no-install-recommends clang zlib1g-dev && rm -rf /var/lib/apt/lists/*
# The build takes the style of the pages from npm.
COPY --from=node /usr/local /usr/local
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages eng/publish.sh /out

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The address the API listens on inside the container, and a database in the volume.
ENV ASPNETCORE_URLS=http://+:5080 \
    Store__Connection="Data Source=/data/signposting.db"
RUN mkdir /data && chown "$APP_UID:$APP_UID" /data
COPY --from=build /out /app
WORKDIR /data
VOLUME /data
EXPOSE 5080
# The user "app" of the base image; by number, so that an orchestrator can see that it is not root.
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=6s --start-period=20s CMD ["/app/health.sh"]
ENTRYPOINT ["/app/entrypoint.sh"]
