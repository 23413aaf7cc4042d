extension HTML {
    /// The style of a page of explanations. It holds no `<` and no `&`, so it needs no escapes.
    static let style = """
        :root {
          color-scheme: light dark;
          --paper: #fdfdfb; --ink: #1d1d1f; --faint: #6a6a70; --line: #dcdcd6; --box: #f2f2ed;
          --deleted: #fbe3e1; --inserted: #dff3e2; --replaced: #fbf0cf; --accent: #0a5c8a;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #18191b; --ink: #e8e8e6; --faint: #9b9ba1; --line: #37393d; --box: #232528;
            --deleted: #4a2426; --inserted: #1e3f29; --replaced: #463a17; --accent: #7cc4ee;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink);
          font: 16px/1.5 system-ui, "Noto Sans", sans-serif;
        }
        main { max-width: 60rem; margin: 0 auto; }
        h1 { font-size: 1.25rem; font-weight: 600; }
        h2 { font-size: 1rem; font-weight: 400; overflow-wrap: anywhere; }
        h2 bdi { font-size: 2rem; }
        h3 { font-size: 1rem; font-weight: 600; margin: 2rem 0 0.5rem; }
        small { color: var(--faint); font-weight: 400; }
        code { font-family: ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: 0.9em; }
        h1 code, h3 code { color: var(--accent); }
        article { border-top: 1px solid var(--line); margin-top: 1.5rem; }
        bdi {
          font-family: "Noto Naskh Arabic", "Geeza Pro", Amiri, "Noto Sans Arabic", "Segoe UI", system-ui, sans-serif;
          line-height: 1.9; white-space: pre-wrap; overflow-wrap: anywhere;
        }
        .change { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; font-size: 1.5rem; margin: 0 0 0.5rem; }
        .arrow { color: var(--faint); }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-size: 0.875rem; }
        th { text-align: start; font-weight: 500; color: var(--faint); }
        th, td { padding: 0.15rem 0.6rem; vertical-align: middle; }
        tbody tr { border-top: 1px solid var(--line); }
        .mark { text-align: center; font-weight: 700; min-width: 2rem; }
        .glyph { text-align: center; min-width: 3.5rem; }
        .glyph bdi { font-size: 1.4rem; line-height: 1.5; }
        .kept { color: var(--faint); }
        .kept bdi { color: var(--ink); }
        .deleted { background: var(--deleted); }
        .inserted { background: var(--inserted); }
        .replaced { background: var(--replaced); }
        .words bdi { font-size: 1.2rem; }
        .dropped, .dropped bdi { color: var(--faint); }
        .sign {
          display: inline-block; font: 600 0.65rem/1.4 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
          color: var(--accent); background: var(--box); border: 1px dashed var(--accent); border-radius: 0.2rem;
          padding: 0 0.25rem; margin: 0 0.1rem; vertical-align: middle;
        }
        """
}
