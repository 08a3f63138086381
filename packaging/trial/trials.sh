# shellcheck shell=bash disable=SC2016,SC2154 # the container's shell expands; bin/trial and machine.sh assign
# The trials: each is one property of an installation in production. Sourced by bin/trial.

people=8
password='ecrevisse-lampadaire-42'

about() {
  case "$1" in
    installs) echo "two instances run side by side, each with its own user, folders and database" ;;
    serves) echo "nginx serves both over TLS, logins work, nginx itself serves static files" ;;
    hosts) echo "both instances reject requests for other host names" ;;
    errors) echo "an unexpected error is sent to the administrators as HTML mail with the prefix of the instance" ;;
    restarts) echo "three restarts under load lose no request and no session" ;;
    touches) echo "touch-to-reload restarts the program" ;;
    outage) echo "PostgreSQL stopped for 20 seconds: error pages with status 503, then recovery without a restart" ;;
    kills) echo "kill -9 at random moments loses no acknowledged write and corrupts nothing" ;;
    full) echo "with a full disk the program keeps answering, and a backup fails with one line" ;;
    mail) echo "without a mail server the program keeps answering, records the error, and sends the mail later" ;;
    backups) echo "a backup taken under load restores into another instance, and exports are identical" ;;
    updates) echo "an update succeeds, a failing one is rolled back, an irreversible one is refused" ;;
    *) echo "there is no such trial" >&2; exit 2 ;;
  esac
}

# --- assertions and helpers ----------------------------------------------------------------------------------------------------------

fault() { echo "   not so: $1" >&2; return 1; }
is() { if [ "$2" != "$3" ]; then fault "$1 is '$2', not '$3'"; else echo "   $1: $3"; fi; }
has() { case "${2,,}" in *"${3,,}"*) echo "   $1 has '$3'" ;; *) fault "$1 has no '$3': $(printf %s "$2" | head -c 300)" ;; esac; }
lacks() { case "${2,,}" in *"${3,,}"*) fault "$1 has '$3'" ;; *) echo "   $1 has no '$3'" ;; esac; }

call() { inside curl -ks --max-time 60 "$@"; }
status() { call -o /dev/null -w '%{http_code}' "$@"; }
sql() { inside setpriv --reuid postgres --regid postgres --init-groups psql -XAtq -d "jadhere_$1" -c "$2"; }
address_of() { echo "https://$1.trial.example"; }

until_true() {
  for _ in $(seq "$1"); do if "${@:2}" >/dev/null 2>&1; then return 0; fi; sleep 1; done
  fault "still false after $1 s: ${*:2}"
}
answers() { [ "$(status "$(address_of "$1")/login")" = 200 ]; }

# Starts the load on an instance. work_ends stops it and prints the number of requests per action and status.
work_begins() {
  inside sh -c "rm -f /tmp/stop /tmp/$2.ledger; java=\$JAVA_HOME/bin/java; exec \$java -Xmx128m /trial/Load.java $(address_of "$1") erin /tmp/password $people /tmp/$2.ledger /tmp/stop" >"$machines/$2.outcome" 2>&1 &
  worker=$!
  until_true 120 inside sh -c "[ \$(wc -l < /tmp/$2.ledger) -ge $((2 * people)) ]"
}
work_ends() { inside touch /tmp/stop; wait "$worker"; cat "$machines/$1.outcome"; }

# Every acknowledged write is in the database exactly once.
nothing_lost() {
  sql "$1" "select name from organisation where name like 'Trial $2.ledger %' order by 1" | LC_ALL=C sort > "$machines/there"
  inside cat "/tmp/$2.ledger" | LC_ALL=C sort > "$machines/acknowledged"
  is "acknowledged but not there" "$(LC_ALL=C comm -13 "$machines/there" "$machines/acknowledged" | wc -l)" 0
  is "there twice" "$(uniq -d "$machines/there" | wc -l)" 0
  echo "   acknowledged: $(wc -l < "$machines/acknowledged")"
}
only_good_answers() {
  if grep -Ev '^(login|look|form|add) (200|302|303) ' "$machines/$1.outcome"; then fault "some requests failed"; fi
}

# Starts all services again, in case the trial before failed and left some stopped.
set_right() {
  inside touch /tmp/stop
  inside sh -c 'umount -l /srv/jadhere/dev/log /srv/jadhere/dev/backups 2>/dev/null; systemctl start postgresql postfix nginx jadhere@prod jadhere@dev'
  until_true 90 answers prod
}

# --- trials ---------------------------------------------------------------------------------------------------------

install_package() {
  inside systemctl start postgresql nginx
  inside sh -c "dpkg -i /packages/$(basename "$deb") >/dev/null"
  inside sh -c "printf '%s' '$password' > /tmp/password; useradd -m keeper
    postconf -e 'myorigin = trial.example' 'mydestination = trial.example, localhost' 'luser_relay = keeper' 'local_recipient_maps =' 'inet_interfaces = loopback-only' 'inet_protocols = ipv4' 'compatibility_level = 3.6'
    systemctl restart postfix"
  for instance in prod dev; do
    inside jadhere-instance create $instance --host $instance.trial.example --admin admins@trial.example --smtp localhost >"$machines/create-$instance.log" 2>&1 ||
      { cat "$machines/create-$instance.log"; return 1; }
    inside env JADHERE_PASSWORD="$password" jadhere -i $instance createsuperuser --username erin --email erin@trial.example
  done
  cat "$machines/create-prod.log"
}

trial_installs() {
  inside jadhere-instance list
  for instance in prod dev; do
    is "$instance" "$(inside systemctl is-active jadhere@$instance)" active
    is "mode of its settings" "$(inside stat -c '%a %U:%G' /etc/jadhere/$instance.conf)" "640 root:jadhere-$instance"
    is "its socket" "$(inside stat -c '%a %U:%G' /run/jadhere/$instance.socket)" "660 jadhere-$instance:www-data"
    is "its static folder" "$(inside stat -c '%a %U:%G' /srv/jadhere/$instance/static)" "2750 jadhere-$instance:www-data"
    is "its log folder" "$(inside stat -c '%a %U:%G' /srv/jadhere/$instance/log)" "700 jadhere-$instance:jadhere-$instance"
    is "its user" "$(inside ps -o user:32= -p "$(inside systemctl show -P MainPID jadhere@$instance)")" "jadhere-$instance"
  done
  exposure=$(inside systemd-analyze security --no-pager jadhere@prod.service | sed -n 's/.*exposure level.*: \([0-9.]*\).*/\1/p')
  echo "   systemd-analyze security: $exposure"
  [ "$(printf '%s\n2.0\n' "$exposure" | sort -g | tail -1)" = 2.0 ] || fault "the exposure is more than 2.0"
  is "another user reads the settings" "$(inside setpriv --reuid nobody --clear-groups cat /etc/jadhere/prod.conf 2>/dev/null | wc -c)" 0
  inside jadhere -i prod check
}

trial_serves() {
  for instance in prod dev; do
    page=$(call "$(address_of $instance)/login")
    has "the login page of $instance" "$page" 'name="password"'
    style=$(printf %s "$page" | grep -o '/static/[^"]*\.css' | head -1)
    headers=$(call -I -H 'Accept-Encoding: gzip' "$(address_of $instance)$style" | tr -d '\r')
    has "the style sheet" "$headers" 'immutable'
    has "the style sheet" "$headers" 'Content-Encoding: gzip'
    inside systemctl stop jadhere@$instance
    is "the style sheet without the program" "$(status "$(address_of $instance)$style")" 200
    inside systemctl start jadhere@$instance
  done
  work_begins prod serves; sleep 5; work_ends serves
  only_good_answers serves
  nothing_lost prod serves
  has "dev" "$(call "$(address_of dev)/login")" 'DEV'
  lacks "prod" "$(call "$(address_of prod)/login")" 'PROD'
  headers=$(call -I "$(address_of prod)/login" | tr -d '\r')
  for header in 'Strict-Transport-Security' 'Content-Security-Policy' 'X-Frame-Options' 'X-Content-Type-Options' 'Referrer-Policy' 'Permissions-Policy'; do
    has "an answer" "$headers" "$header"
  done
  lacks "the policy" "$headers" unsafe-inline
}

trial_hosts() {
  is "an unknown host name at nginx" "$(status -H 'Host: evil.example' "$(address_of prod)/login")" 400
  is "the host name of prod at the socket of dev" "$(status --unix-socket /run/jadhere/dev.socket -H 'Host: prod.trial.example' http://x/login)" 400
  is "its own host name" "$(status --unix-socket /run/jadhere/dev.socket -H 'Host: dev.trial.example' http://x/login)" 200
  is "health" "$(status --unix-socket /run/jadhere/dev.socket http://localhost/healthz)" 200
}

empty_mailbox() { inside install -o keeper -g mail -m 0600 /dev/null /var/mail/keeper; }
mail_of_keeper() { inside cat /var/mail/keeper 2>/dev/null || true; }
mails_with() { mail_of_keeper | grep -c "$1" || true; }

trial_errors() {
  empty_mailbox
  for instance in prod dev; do
    sql $instance 'alter table publishing rename to publishing_away'
    answer=$(call -D - "$(address_of $instance)/geofeed.csv" | tr -d '\r')
    sql $instance 'alter table publishing_away rename to publishing'
    has "the page" "$answer" '500'
    has "the page" "$answer" 'X-Reference'
    lacks "the page" "$answer" 'SQLException'
  done
  until_true 60 inside grep -q 'Subject: \[DEV\]' /var/mail/keeper
  until_true 60 inside grep -q 'Subject: \[PROD\]' /var/mail/keeper
  has "the mail" "$(mail_of_keeper)" 'text/html'
}

trial_restarts() {
  work_begins prod restarts
  for _ in 1 2 3; do inside systemctl restart jadhere@prod; sleep 2; done
  work_ends restarts
  only_good_answers restarts
  is "logins" "$(grep '^login' "$machines/restarts.outcome")" "login 302 $people"
  nothing_lost prod restarts
}

trial_touches() {
  before=$(inside systemctl show -P MainPID jadhere@prod)
  inside touch /srv/jadhere/prod/touch-to-reload
  sleep 3
  until_true 60 answers prod
  after=$(inside systemctl show -P MainPID jadhere@prod)
  if [ "$before" = "$after" ]; then fault "the same process answers"; fi
}

trial_outage() {
  work_begins prod outage
  inside systemctl stop postgresql
  until_true 30 inside sh -c '! pg_isready -q' # systemctl does not wait for the servers of this unit
  answer=$(call -D - -b '__Host-session=unknown' "$(address_of prod)/me" | tr -d '\r')
  has "a page without PostgreSQL" "$answer" '503'
  has "a page without PostgreSQL" "$answer" 'Retry-After'
  has "a page without PostgreSQL" "$answer" '<h1'
  is "health" "$(status "$(address_of prod)/healthz")" 503
  sleep 18
  inside systemctl start postgresql
  until_true 20 answers prod
  sleep 5
  work_ends outage
  nothing_lost prod outage
  is "the program was not restarted" "$(inside systemctl show -P NRestarts jadhere@prod)" 0
  inside jadhere -i prod check
}

trial_kills() {
  work_begins prod kills
  for kill in $(seq "${KILLS:-5}"); do
    sleep "$((RANDOM % 8)).$((RANDOM % 10))"
    inside systemctl kill --signal=SIGKILL jadhere@prod || true
    [ $((kill % 5)) != 0 ] || inside pkill -9 -f '^postgres: .*jadhere_prod' || true
    until_true 90 inside systemctl is-active --quiet jadhere@prod
    printf '\r   killed %s' "$kill"
  done
  echo
  until_true 90 answers prod
  work_ends kills
  nothing_lost prod kills
  inside jadhere -i prod check
}

trial_full() {
  inside sh -c 'mount -t tmpfs -o size=256k,mode=0700,uid=$(id -u jadhere-dev),gid=$(id -g jadhere-dev) tmpfs /srv/jadhere/dev/log
    mount -t tmpfs -o size=8k,mode=0700,uid=$(id -u jadhere-dev),gid=$(id -g jadhere-dev) tmpfs /srv/jadhere/dev/backups'
  inside systemctl restart jadhere@dev
  inside sh -c 'dd if=/dev/zero of=/srv/jadhere/dev/log/filler bs=1k count=1000 2>/dev/null || true'
  sql dev 'alter table publishing rename to publishing_away'
  status "$(address_of dev)/geofeed.csv" >/dev/null
  sql dev 'alter table publishing_away rename to publishing'
  is "a page with a full log" "$(status "$(address_of dev)/login")" 200
  message=$(inside jadhere -i dev backup 2>&1 >/dev/null) && fault "the backup did not fail"
  echo "   backup: $message"
  is "lines of the error message" "$(printf '%s\n' "$message" | grep -c '^jadhere:')" 1
  is "files left in the folder of backups" "$(inside sh -c 'ls /srv/jadhere/dev/backups | wc -l')" 0
  inside umount /srv/jadhere/dev/backups
  inside umount -l /srv/jadhere/dev/log
  inside systemctl restart jadhere@dev
  until_true 60 answers dev
}

trial_mail() {
  inside systemctl stop postfix
  empty_mailbox
  token=$(call -c /tmp/jar "$(address_of prod)/login/forgotten" | grep -o 'name="_csrf"[^>]*' | sed 's/.*value="//; s/".*//')
  is "the request for a password link" "$(status -b /tmp/jar --data-urlencode "_csrf=$token" --data-urlencode 'email=erin@trial.example' "$(address_of prod)/login/forgotten")" 302
  sleep 20
  is "mails that wait" "$(sql prod "select count(*) from mail where sent_at is null and error <> ''")" 1
  is "pages" "$(status "$(address_of prod)/login")" 200
  inside systemctl start postfix
  sql prod "update mail set next_try_at = now() where sent_at is null"
  until_true 60 inside grep -q 'To: erin@trial.example' /var/mail/keeper
  sleep 12
  is "copies" "$(mails_with '^To: erin@trial.example')" 1
}

trial_backups() {
  work_begins prod backups
  inside jadhere -i prod backup
  work_ends backups
  archive=$(inside sh -c 'ls -t /srv/jadhere/prod/backups/* | head -1')
  inside systemctl stop jadhere@dev.socket jadhere@dev
  inside sh -c "install -m 0600 -o jadhere-dev -g jadhere-dev $archive /srv/jadhere/dev/tmp/ && jadhere -i dev restore --replace --yes /srv/jadhere/dev/tmp/$(basename "$archive")"
  inside systemctl start jadhere@dev
  until_true 60 answers dev
  inside jadhere -i dev check
  at=$(sql dev "select count(*) from organisation")
  echo "   organisations in the backup: $at, in prod by now: $(sql prod "select count(*) from organisation")"
  # Compares the export of prod with the export of its backup restored into dev. A backup under load is a snapshot, which the tests compare.
  inside jadhere -i dev export /srv/jadhere/dev/tmp/restored
  inside systemctl stop jadhere@prod.socket jadhere@prod
  inside sh -c "jadhere -i prod backup --to /srv/jadhere/prod/tmp/still --no-verify && jadhere -i prod export /srv/jadhere/prod/tmp/export
    install -m 0600 -o jadhere-dev -g jadhere-dev /srv/jadhere/prod/tmp/still/* /srv/jadhere/dev/tmp/still && systemctl stop jadhere@dev.socket jadhere@dev
    jadhere -i dev restore --replace --yes /srv/jadhere/dev/tmp/still && jadhere -i dev export /srv/jadhere/dev/tmp/again"
  is "files that differ" "$(inside diff -rq /srv/jadhere/prod/tmp/export /srv/jadhere/dev/tmp/again | wc -l)" 0
  inside systemctl start jadhere@prod jadhere@dev
  until_true 60 answers prod
}

# Installs a package with version $1, one more migration (from standard input) and the defect made by the commands $2. Without
# training, to save time.
make_version() {
  inside sh -c "rm -rf /tmp/pkg && dpkg-deb -R /packages/$(basename "$deb") /tmp/pkg && cd /tmp/pkg && rm usr/share/jadhere/bin/train && echo $1 > usr/share/jadhere/VERSION && sed -i 's/^Version:.*/Version: $1/' DEBIAN/control
    mkdir -p /tmp/kept /tmp/pkg-jar/db/migration && cat > /tmp/V9${1##*.}__trial.sql && cp -r /tmp/kept/. /tmp/V9${1##*.}__trial.sql /tmp/pkg-jar/db/migration/ && cd /tmp/pkg-jar && \$JAVA_HOME/bin/jar uf /tmp/pkg/usr/share/jadhere/app/jadhere.jar db && rm -rf /tmp/pkg-jar
    cd /tmp/pkg && $2 dpkg-deb -Znone --build /tmp/pkg /tmp/next.deb >/dev/null && dpkg -i /tmp/next.deb >/dev/null"
}

# Adds the migration of version $1 to all later versions.
keep_migration() { inside cp "/tmp/V9${1##*.}__trial.sql" /tmp/kept/; }

runs_version() { is "version of prod" "$(inside sh -c 'basename $(readlink /srv/jadhere/prod/app)')" "$1"; }

# Interrupts an update as Ctrl-C does at a terminal: the whole process group gets the signal.
interrupted_update() {
  inside setsid -w jadhere-update prod >"$machines/interrupted.outcome" 2>&1 &
  update=$!
  until_true 120 migrates
  inside sh -c 'kill -TERM -$(pgrep -o -f "^/bin/sh /usr/sbin/jadhere-update")'
  if wait "$update"; then fault "an interrupted update succeeded"; fi
  sed 's/^/   /' "$machines/interrupted.outcome"
  has "its last line" "$(tail -1 "$machines/interrupted.outcome")" "runs version $first.4 with the data of before"
}
migrates() { [ "$(sql prod "select count(*) from pg_stat_activity where datname = 'jadhere_prod' and wait_event = 'PgSleep'")" -gt 0 ]; }

trial_updates() {
  first=$(inside cat /usr/share/jadhere/VERSION)
  work_begins prod updates
  echo 'create table trial_one (id int);' | make_version "$first.1" ''
  runs_version "$first"
  inside jadhere-update prod
  runs_version "$first.1"
  keep_migration "$first.1"
  echo 'create table trial_two (id int); select 1 / 0;' | make_version "$first.2" ''
  if inside jadhere-update prod; then fault "an update with a failing migration succeeded"; fi
  runs_version "$first.1"
  echo 'create table trial_three (id int);' | make_version "$first.3" 'sed -i "s/^exec /[ \"\$1\" != serve ] || exit 3; exec /" usr/share/jadhere/app/jadhere;'
  if inside jadhere-update prod; then fault "an update to a program that does not start succeeded"; fi
  runs_version "$first.1"
  is "tables left by the failed migration" "$(sql prod "select count(*) from pg_tables where tablename = 'trial_three'")" 0
  printf -- '-- irreversible: all of it\ncreate table trial_four (id int);\n' | make_version "$first.4" ''
  if inside jadhere-update prod; then fault "an irreversible update ran without --accept-irreversible"; fi
  runs_version "$first.1"
  inside jadhere-update prod --accept-irreversible
  runs_version "$first.4"
  keep_migration "$first.4"
  echo 'create table trial_five (id int); select pg_sleep(300);' | make_version "$first.5" ''
  interrupted_update
  runs_version "$first.4"
  is "tables left by the failed migration" "$(sql prod "select count(*) from pg_tables where tablename = 'trial_five'")" 0
  work_ends updates
  only_good_answers updates
  nothing_lost prod updates
  inside jadhere -i prod check
}
