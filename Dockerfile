FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 DATA_DIR=/data WEB_BIND=0.0.0.0:8000
WORKDIR /app
COPY constraints.txt ./
RUN pip install --require-hashes -r constraints.txt
COPY pyproject.toml README.md LICENSE ./
COPY storage storage
COPY locales locales
COPY jobs jobs
COPY bot bot
RUN pip install --no-deps --no-build-isolation . \
    && useradd --system --uid 10001 --home-dir /data nhacviec \
    && install -d -o nhacviec -g nhacviec -m 700 /data
USER nhacviec
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["nhacviec"]
CMD ["run"]
