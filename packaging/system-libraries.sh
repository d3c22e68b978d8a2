#!/usr/bin/env bash
# Sees to it that the shared libraries Qt loads from the system are there.
#
#   packaging/system-libraries.sh [PYTHON]
#
# Says nothing and ends at once where nothing is missing. On Debian and Ubuntu it
# installs what is missing when it may (as root, or by a sudo that asks nothing);
# otherwise it names the command that does and ends with 1. PYTHON, when given, is
# also checked for what it takes to make a virtual environment.
set -euo pipefail

# Each library that Qt's widgets, its PDF view, its printing and its X11 and Wayland
# platforms load from outside their wheels, and the Debian package it lies in.
needed=(
  libEGL.so.1:libegl1
  libGL.so.1:libgl1
  libX11-xcb.so.1:libx11-xcb1
  libX11.so.6:libx11-6
  libbrotlidec.so.1:libbrotli1
  libcups.so.2:libcups2
  libdbus-1.so.3:libdbus-1-3
  libfontconfig.so.1:libfontconfig1
  libfreetype.so.6:libfreetype6
  libglib-2.0.so.0:libglib2.0-0
  libgssapi_krb5.so.2:libgssapi-krb5-2
  libgthread-2.0.so.0:libglib2.0-0
  libwayland-client.so.0:libwayland-client0
  libwayland-cursor.so.0:libwayland-cursor0
  libwayland-egl.so.1:libwayland-egl1
  libxcb-cursor.so.0:libxcb-cursor0
  libxcb-icccm.so.4:libxcb-icccm4
  libxcb-image.so.0:libxcb-image0
  libxcb-keysyms.so.1:libxcb-keysyms1
  libxcb-randr.so.0:libxcb-randr0
  libxcb-render-util.so.0:libxcb-render-util0
  libxcb-render.so.0:libxcb-render0
  libxcb-shape.so.0:libxcb-shape0
  libxcb-shm.so.0:libxcb-shm0
  libxcb-sync.so.1:libxcb-sync1
  libxcb-util.so.1:libxcb-util1
  libxcb-xfixes.so.0:libxcb-xfixes0
  libxcb-xkb.so.1:libxcb-xkb1
  libxcb.so.1:libxcb1
  libxkbcommon-x11.so.0:libxkbcommon-x11-0
  libxkbcommon.so.0:libxkbcommon0
  libz.so.1:zlib1g
  libzstd.so.1:libzstd1
)

missing_libraries=()
missing_packages=()

find_missing_libraries() {
  local ldconfig known entry library
  # An ordinary user's PATH often lacks /sbin.
  ldconfig=$(PATH="$PATH:/usr/sbin:/sbin" command -v ldconfig) || return 0
  known=$("$ldconfig" -p 2>/dev/null) || return 0
  for entry in "${needed[@]}"; do
    library=${entry%%:*}
    if [[ $known != *"$library "* ]]; then
      missing_libraries+=("$library")
      missing_packages+=("${entry#*:}")
    fi
  done
}

find_missing_python() {
  local python=$1
  if ! command -v "$python" >/dev/null; then
    missing_libraries+=("$python")
    missing_packages+=("$(basename "$python")" "$(basename "$python")-venv")
  elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    missing_libraries+=("ensurepip for $python")
    missing_packages+=("$(basename "$python")-venv")
  fi
}

say() { printf '%s\n' "$*" >&2; }

if [[ $(uname -s) != Linux ]]; then
  exit 0
fi
find_missing_libraries
if [[ -n ${1:-} ]]; then
  find_missing_python "$1"
fi
if ((${#missing_libraries[@]} == 0)); then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  say "Evidence Reader needs these, which this system lacks: ${missing_libraries[*]}."
  say "Please install them with your system's package manager, then try again."
  exit 1
fi

mapfile -t packages <<<"$(printf '%s\n' "${missing_packages[@]}" | sort -u)"
install=(apt-get install --yes --no-install-recommends "${packages[@]}")
if ((EUID == 0)); then
  as_root=(env DEBIAN_FRONTEND=noninteractive)
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n env DEBIAN_FRONTEND=noninteractive)
else
  say "Evidence Reader needs system libraries that are not installed. Please run:"
  say "  sudo ${install[*]}"
  say "and then try again."
  exit 1
fi
say "Installing the system libraries that the window needs: ${packages[*]}"
quiet=(-qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120)
# A source list that cannot be read need not matter: the installation tells.
"${as_root[@]}" apt-get "${quiet[@]}" update >&2 || true
if ! "${as_root[@]}" "${install[@]}" "${quiet[@]}" >/dev/null; then
  say "Installing the system libraries did not work. Please run:"
  say "  sudo ${install[*]}"
  say "read what it says, and then try again."
  exit 1
fi
