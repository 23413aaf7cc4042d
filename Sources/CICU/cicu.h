// Empty on purpose. This target carries ICU's pkg-config flags and the name of the package to install.
// A Swift module that sees an ICU header cannot be imported beside Foundation, so no header is included here;
// CICUShims includes them in its own sources only.
