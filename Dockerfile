# Pinned to a Python series by name. To pin the very image, build with
# --build-arg BASE=python:3.11-slim@sha256:… (CONTRIBUTING.md says why no digest stands here).
ARG BASE=python:3.11-slim

FROM ${BASE} AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /src
RUN python -m venv /opt/talks
# The dependencies come first and alone: a change of the code leaves their layer as it is.
COPY constraints.txt constraints-extras.txt constraints-semantic.txt ./
RUN /opt/talks/bin/python -m pip install --require-hashes -r constraints.txt \
    && /opt/talks/bin/python -m pip install --require-hashes --only-binary :all: -r constraints-extras.txt \
    && { /opt/talks/bin/python -m pip install --require-hashes --only-binary :all: -r constraints-semantic.txt \
        || echo "Going on without the search by meaning: it has no build for this machine." >&2; }
COPY . .
RUN /opt/talks/bin/python -m pip install --no-deps --no-build-isolation .

FROM ${BASE}
LABEL org.opencontainers.image.title="talks" \
      org.opencontainers.image.description="A Telegram bot that answers from news articles, cited exactly" \
      org.opencontainers.image.licenses="MIT"
# A number, not only a name, so that a folder on the host can be given to the same reader.
RUN groupadd --gid 10001 talks \
    && useradd --uid 10001 --gid talks --no-log-init --no-create-home --home-dir /data --shell /usr/sbin/nologin talks \
    && install --directory --owner=talks --group=talks --mode=0700 /data
COPY --from=build /opt/talks /opt/talks
ENV PATH=/opt/talks/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    TALKS_MODE=telegram \
    TALKS_DATA=/data
USER 10001:10001
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
# The first sign of life is Telegram's first answer, which comes at once; a large index may take a while to build.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 CMD ["talks", "health"]
ENTRYPOINT ["talks"]
CMD ["run"]
