"""JupyterLab as environment/lab starts it; options on the command line win."""

import os

c = get_config()  # noqa: F821 (Jupyter puts it there)

# Only this machine, with Jupyter's own random token; the next free port when one is busy.
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port_retries = 20
# In a container there is only root, and the server listens to nobody else.
c.ServerApp.allow_root = os.getuid() == 0
# Browsers in a sandbox cannot read the redirect file.
c.ServerApp.use_redirect_file = False

c.LabApp.default_url = "/lab/tree/00-start-here.ipynb"
# Nothing asks the network: no news, no look for updates, no list of extensions.
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.extension_manager = "readonly"
# Language servers would be installed by hand; the kernel itself completes and explains.
c.LanguageServerManager.autodetect = False

# The launcher offers Java alone; the Python kernel is here only because JupyterLab brings it.
c.KernelSpecManager.allowed_kernelspecs = {"java"}
c.KernelSpecManager.ensure_native_kernel = False
c.MultiKernelManager.default_kernel_name = "java"
