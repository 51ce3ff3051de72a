# JupyterLab's files, all inside the checkout: kernel spec, settings, the reader's working copy.

# Both can be moved elsewhere, which the browser tests do.
JUPYTER=${UNROLL_JUPYTER:-$CACHE/jupyter}
WORKSPACE=${UNROLL_WORKSPACE:-$ROOT/workspace}
NOTEBOOKS=$ROOT/notebooks

# Keeps Jupyter's state in the checkout. Our kernel spec lies on JUPYTER_PATH, which comes before the
# `java` spec that the kernel's Python package has put beside it.
jupyter_environment() {
    export JUPYTER_PATH=$JUPYTER JUPYTER_PLATFORM_DIRS=1
    export JUPYTER_CONFIG_DIR=$JUPYTER/config JUPYTER_DATA_DIR=$JUPYTER/data
    export JUPYTER_RUNTIME_DIR=$JUPYTER/runtime IPYTHONDIR=$JUPYTER/ipython
    export JUPYTERLAB_SETTINGS_DIR=$JUPYTER/settings JUPYTERLAB_WORKSPACES_DIR=$JUPYTER/workspaces
    mkdir -p "$JUPYTER_CONFIG_DIR/labconfig" "$JUPYTER_RUNTIME_DIR"
    cp "$ENVIRONMENT/jupyter/jupyter_server_config.py" "$JUPYTER_CONFIG_DIR/"
    cp "$ENVIRONMENT/jupyter/page_config.json" "$JUPYTER_CONFIG_DIR/labconfig/"
}

# Writes the kernel spec `java`: the JDK found, our jars beside the kernel's, the one environment.
write_kernel_spec() {
    local options=() option
    while IFS= read -r option; do options+=("$option"); done < <(jvm_options)
    "$VENV/bin/python" "$ENVIRONMENT/python/kernel_spec.py" "$JUPYTER/kernels/java" \
        "$ENVIRONMENT/environment.properties" "$JAVA_HOME/bin/java" "$(class_path)" "${options[@]}"
}

# Fills the working copy: what is missing is copied, what is there is the reader's and stays.
fill_workspace() {
    local file target new=()
    mkdir -p "$WORKSPACE/.origin"
    while IFS= read -r file; do
        target=$WORKSPACE/$file
        if [ ! -e "$target" ]; then
            copy_notebook "$file"
            case $file in *.ipynb) new+=("$target") ;; esac
        elif [ "$(cksum <"$NOTEBOOKS/$file")" != "$(cat "$WORKSPACE/.origin/$file" 2>/dev/null)" ]; then
            say "A newer $file has come; yours is kept. To take the new one: environment/lab --fresh $file"
        fi
    done < <(shipped_notebooks)
    # Outputs of the lecture are ours: signed, they show as pictures at first opening.
    if [ ${#new[@]} -gt 0 ]; then
        "$VENV/bin/python" -m jupyter trust --log-level=WARN "${new[@]}" >/dev/null || true
    fi
}

shipped_notebooks() {
    if [ -d "$NOTEBOOKS" ]; then
        (cd "$NOTEBOOKS" && find . -type f ! -path '*/.*/*' ! -name '.*' | sed 's|^\./||' | LC_ALL=C sort)
    fi
}

copy_notebook() {
    mkdir -p "$(dirname "$WORKSPACE/$1")" "$(dirname "$WORKSPACE/.origin/$1")"
    cp "$NOTEBOOKS/$1" "$WORKSPACE/$1"
    cksum <"$NOTEBOOKS/$1" >"$WORKSPACE/.origin/$1"
}

# Restores one notebook, after setting the reader's own aside under a name with the time.
fresh_notebook() {
    local file=${1#notebooks/} aside
    file=${file#workspace/}
    file=${file%.ipynb}.ipynb
    [ -f "$NOTEBOOKS/$file" ] || fail "No notebook is called $file. There are:
$(shipped_notebooks)"
    if [ -e "$WORKSPACE/$file" ]; then
        aside=${file%.ipynb}-$(date +%Y%m%d-%H%M%S).ipynb
        mv "$WORKSPACE/$file" "$WORKSPACE/$aside"
        say "Your $file is kept as workspace/$aside."
    fi
}
