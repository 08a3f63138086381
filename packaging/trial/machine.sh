# shellcheck shell=bash disable=SC1091 # os-release is that of the machine
# A fresh Debian with systemd in a container (systemd-nspawn), without a network except loopback.
# Needs root, debootstrap, systemd-nspawn. Sourced by bin/trial.

machines=$PWD/target/trial
base=$machines/base
root=$machines/root
leader=''

# The base system before the installation of Jadhere. Kept in target/trial for the next run.
make_base() {
  [ ! -e "$base.done" ] || return 0
  say "A fresh Debian ($(. /etc/os-release; echo "$VERSION_CODENAME")), a minute or two the first time"
  rm -rf "$base"
  mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -1)
  mkdir -p "$machines"
  debootstrap --variant=minbase --include=systemd,dbus,ca-certificates "$(. /etc/os-release; echo "$VERSION_CODENAME")" "$base" "$mirror" >"$machines/debootstrap.log" 2>&1 ||
    { tail -3 "$machines/debootstrap.log" >&2; return 1; }
  printf '#!/bin/sh\nexit 101\n' > "$base/usr/sbin/policy-rc.d"; chmod +x "$base/usr/sbin/policy-rc.d"
  cp /etc/resolv.conf "$base/etc/resolv.conf"
  ! ls /etc/apt/apt.conf.d/*proxy* >/dev/null 2>&1 || cp /etc/apt/apt.conf.d/*proxy* "$base/etc/apt/apt.conf.d/"
  DEBIAN_FRONTEND=noninteractive chroot "$base" sh -c 'apt-get update -qq && apt-get install -qq -y --no-install-recommends \
    nginx-light postgresql postfix age gnupg curl openssl adduser procps iproute2' >>"$machines/debootstrap.log" 2>&1 ||
    { tail -3 "$machines/debootstrap.log" >&2; return 1; }
  rm "$base/usr/sbin/policy-rc.d"
  : > "$base/etc/machine-id"
  touch "$base.done"
}

boot() {
  rm -rf "$root" "$machines/work"
  mkdir -p "$root" "$machines/work" "$machines/upper"
  rm -rf "$machines/upper"; mkdir "$machines/upper"
  mount -t overlay overlay -o "lowerdir=$base,upperdir=$machines/upper,workdir=$machines/work" "$root"
  mkdir -p "$root/trial" "$root$JAVA_HOME"
  # Some Java packages keep the CA certificates outside JAVA_HOME.
  install -D -m 644 "$(readlink -f "$JAVA_HOME/lib/security/cacerts")" "$root$(readlink -m "$JAVA_HOME/lib/security/cacerts")"
  printf '127.0.0.1 localhost prod.trial.example dev.trial.example\n' > "$root/etc/hosts"
  echo trial > "$root/etc/hostname"
  systemd-nspawn -q -D "$root" --machine="trial-$$" --register=no --keep-unit --private-network \
    --bind-ro="$JAVA_HOME" --bind-ro="$PWD/packaging/trial:/trial" --bind-ro="$PWD/target:/packages" -b >"$machines/console.log" 2>&1 </dev/null &
  nspawn=$!
  trap shut_down EXIT
  for _ in $(seq 60); do
    leader=$(pgrep -P "$nspawn" | head -1)
    [ -z "$leader" ] || ! inside systemctl is-active --quiet multi-user.target 2>/dev/null || break
    sleep 1
  done
  inside systemctl is-active --quiet multi-user.target || { tail -5 "$machines/console.log" >&2; return 1; }
  inside ip link set lo up
}

# Runs a command in the container, as root.
inside() { nsenter -t "$leader" -m -u -i -n -p -r -w env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 JAVA_HOME="$JAVA_HOME" "$@"; }

shut_down() {
  [ -z "$leader" ] || kill -s RTMIN+4 "$leader" 2>/dev/null || true
  for _ in $(seq 20); do kill -0 "$nspawn" 2>/dev/null || break; sleep 1; done
  kill -9 "$nspawn" 2>/dev/null || true
  [ -z "$leader" ] || pkill -9 -f "^nsenter -t $leader " || true
  wait "$nspawn" 2>/dev/null || true
  umount "$root" 2>/dev/null || umount -l "$root" 2>/dev/null || true
}
