# `--gpu`: Python's build of PyTorch 2.7.1 with CUDA 12.6, loaded by the engine in place of the jar's.
# Everything is checked before a JVM starts: one that has loaded half of it cannot go back.

GPU=${GPU:-}
GPU_HOME=$CACHE/gpu

use_gpu_if_wanted() {
    local why
    if [ -z "$GPU" ]; then return; fi
    if why=$(gpu_obstacle); then
        say "No GPU: $why. Computing on the CPU."
        return
    fi
    if ! need_gpu_libraries; then
        say "No GPU: its libraries could not be fetched. Computing on the CPU."
        return
    fi
    export PYTORCH_LIBRARY_PATH=$GPU_HOME/torch/lib PYTORCH_VERSION=2.7.1 PYTORCH_FLAVOR=cpu
}

# Prints why this machine cannot compute on a GPU; returns 1 when it can.
gpu_obstacle() {
    local card name driver capability
    [ "$(uname -sm)" = "Linux x86_64" ] || { echo "CUDA libraries exist here for Linux on x86_64 only"; return; }
    card=$(nvidia-smi --query-gpu=name,driver_version,compute_cap --format=csv,noheader 2>/dev/null | head -n 1) ||
        true
    [ -n "$card" ] || { echo "nvidia-smi finds no NVIDIA card or no driver"; return; }
    IFS=, read -r name driver capability <<<"$card"
    driver=$(echo "$driver" | tr -d ' ') capability=$(echo "$capability" | tr -d ' ')
    if [ "${driver%%.*}" -lt 525 ]; then
        echo "the driver of $name is $driver, and CUDA 12 needs 525 or newer"
    elif [ "${capability%%.*}" -lt 5 ] || [ "${capability%%.*}" -gt 9 ]; then
        echo "$name has compute capability $capability, and this PyTorch has code for 5.0 to 9.0"
    elif [ ! -f "$GPU_HOME/.complete" ] && [ "$(free_gigabytes)" -lt 8 ]; then
        echo "its libraries need 8 GB of free disk, and $(free_gigabytes) GB are free"
    else
        return 1
    fi
}

free_gigabytes() { df -Pk "$ENVIRONMENT" | awk 'NR == 2 { print int($4 / 1048576) }'; }

need_gpu_libraries() {
    if [ -f "$GPU_HOME/.complete" ]; then return; fi
    rm -rf "$GPU_HOME"
    step gpu "CUDA build of PyTorch 2.7.1 (2.8 GB to fetch, 4.5 GB on disk)" \
        "$VENV/bin/python" -m pip install --disable-pip-version-check --no-cache-dir --no-deps --no-compile \
        --target "$GPU_HOME" --only-binary :all: --python-version 3.12 --implementation cp \
        --platform manylinux_2_28_x86_64 --platform manylinux_2_27_x86_64 \
        --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64 \
        --platform manylinux_2_12_x86_64 --platform manylinux2010_x86_64 \
        --require-hashes -r "$ENVIRONMENT/python/requirements-gpu.txt" || return 1
    touch "$GPU_HOME/.complete"
}
