#!/usr/bin/env bash
# Lighthouse's four scores of the main pages, on phones and desktops, from a production server on this machine:
#     benchmarks/lighthouse.sh [NUMBER OF GENERATED GUIDES BESIDE THE TWO OF THE FIXTURES]
# It needs Chromium, Node and OpenSSL. Search and comparisons ask not to be indexed, which costs them points of "seo".
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
site=https://localhost:${PORT:-8443}
folder=$(mktemp -d)
trap 'kill "${server:-$$}" 2>/dev/null; rm -rf "$folder"' EXIT

npm install --prefix .node --silent --no-save --no-audit --no-fund --ignore-scripts lighthouse@12.8.2 vnu-jar@26.9.27
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout "$folder/key" -out "$folder/certificate" 2>/dev/null

export PYTHONPATH=$PWD PRODUCTION=1 ALLOWED_HOSTS=localhost SECRET_KEY=$(openssl rand -hex 40)
export DATABASE_URL=sqlite:///$folder/site.sqlite3
$python manage.py migrate --verbosity 0
$python manage.py loaddata --verbosity 0 guides
$python benchmarks/generate.py "${1:-60}"
$python manage.py collectstatic --noinput --verbosity 0
$python -m gunicorn careerguide.wsgi --bind "localhost:${PORT:-8443}" --workers 2 --threads 4 --log-level error \
  --keyfile "$folder/key" --certfile "$folder/certificate" &
server=$!

measure() { # PATH OPTIONS…: the scores of a page, then what lost points
  CHROME_PATH=$(command -v chromium) .node/node_modules/.bin/lighthouse "$site$1" "${@:2}" --quiet --output=json \
    --output-path="$folder/report.json" \
    --chrome-flags="--headless --no-sandbox --disable-gpu --disable-background-networking --ignore-certificate-errors"
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
  measure "$path"
  measure "$path" --preset=desktop
done
