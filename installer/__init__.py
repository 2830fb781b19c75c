"""Makes what people install: a folder with everything in it, a Debian package, a Windows set-up."""
