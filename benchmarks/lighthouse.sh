#!/usr/bin/env bash
# Lighthouse's four scores of the main pages, on phones and desktops, from gunicorn behind nginx with HTTP/2:
#     benchmarks/lighthouse.sh [NUMBER OF GENERATED GUIDES]
# It needs Chromium, Node, OpenSSL and nginx. Search and comparisons are not indexed, which lowers their "seo".
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
site=https://localhost:${PORT:-8443}
folder=$(mktemp -d)
trap 'kill "${server:-$$}" "${proxy:-$$}" 2>/dev/null; rm -rf "$folder"' EXIT

npm install --prefix .node --silent --no-save --no-audit --no-fund --ignore-scripts lighthouse@12.8.2 vnu-jar@26.9.27
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout "$folder/key" -out "$folder/certificate" 2>/dev/null

export PYTHONPATH=$PWD PRODUCTION=1 ALLOWED_HOSTS=localhost SECRET_KEY=$(openssl rand -hex 40)
export DATABASE_URL=sqlite:///$folder/site.sqlite3
$python manage.py migrate --verbosity 0
$python manage.py loaddata --verbosity 0 guides
$python benchmarks/generate.py "${1:-60}"
$python manage.py collectstatic --noinput --verbosity 0
$python -m gunicorn careerguide.wsgi --bind "127.0.0.1:${INNER:-8442}" --workers 2 --threads 4 --log-level error &
server=$!
cat >"$folder/nginx.conf" <<END
worker_processes 1; pid $folder/pid; error_log stderr error; daemon off;
events {}
http {
  access_log off; client_body_temp_path $folder/body; proxy_temp_path $folder/proxied; keepalive_requests 10000;
  fastcgi_temp_path $folder/f; uwsgi_temp_path $folder/u; scgi_temp_path $folder/s;
  server {
    listen ${PORT:-8443} ssl http2; ssl_certificate $folder/certificate; ssl_certificate_key $folder/key;
    location / {
      proxy_pass http://127.0.0.1:${INNER:-8442};
      proxy_set_header Host \$http_host;
      proxy_set_header X-Forwarded-Proto https;
    }
  }
}
END
nginx -c "$folder/nginx.conf" -p "$folder" &
proxy=$!
sleep 5

measure() { # PATH OPTIONS…: the scores of a page, then what lost points
  CHROME_PATH=$(command -v chromium) .node/node_modules/.bin/lighthouse "$site$1" "${@:2}" --quiet --output=json \
    --output-path="$folder/report.json" \
    --chrome-flags="--headless --no-sandbox --disable-gpu --disable-background-networking --ignore-certificate-errors" || return
  node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1]));
    const lost = Object.values(report.categories).flatMap(({id, auditRefs}) => auditRefs
      .filter(({id, weight}) => weight && report.audits[id].score !== null && report.audits[id].score < 1)
      .map((audit) => `${audit.id} ${report.audits[audit.id].displayValue ?? ""}`.trim()));
    const scores = Object.values(report.categories).map(({id, score}) => `${id} ${Math.round(score * 100)}`);
    console.log([report.configSettings.formFactor, ...scores, process.argv[2], ...lost].join("  "));
  ' "$folder/report.json" "$1"
}

operator=customer-service-operator
for path in / /guides/ "/guides/$operator/" /salaries/ "/search/?q=operators" \
  "/compare/?roles=$operator&roles=customer-service-specialist"; do
  for preset in "" --preset=desktop; do
    measure "$path" $preset || measure "$path" $preset # Chromium sometimes loses a trace
  done
done
