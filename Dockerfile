# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm libsqlite3-0 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish web/BiAssistant.Web.csproj -c Release -o /app -p:FullFeed=true \
    && cp -r semantic-models metrics data /app/

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y --no-install-recommends libsqlite3-0 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build --chown=$APP_UID:$APP_UID /app .
RUN mkdir -p /state && chown $APP_UID:$APP_UID /state
USER $APP_UID
ENV ASPNETCORE_URLS=http://+:8080 BiAssistant__State=/state/state.sqlite
EXPOSE 8080
ENTRYPOINT ["dotnet", "BiAssistant.Web.dll"]
