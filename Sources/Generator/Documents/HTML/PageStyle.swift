/// How `docs.html` looks. The variables at the top are the whole of its colors and measures.
enum PageStyle {
    static let text = """
        :root{--ground:#fff;--panel:#f5f6f9;--line:#d9dce4;--ink:#1a1d26;--soft:#545b6e;--accent:#2456c7;--mark:#e8eefc;\
        --get:#0b6b3a;--post:#2456c7;--put:#8a4b00;--patch:#6b3fa0;--delete:#b3261e;--radius:8px;--side:270px;\
        --font:system-ui,sans-serif;--mono:ui-monospace,Menlo,Consolas,monospace;color-scheme:light}
        @media(prefers-color-scheme:dark){:root:not([data-theme=light]){--ground:#12141a;--panel:#1b1e27;--line:#343947;\
        --ink:#e8eaf0;--soft:#a6adbd;--accent:#8fb0ff;--mark:#22304f;--get:#6fd49b;--post:#8fb0ff;--put:#f0b060;\
        --patch:#c9a6f5;--delete:#ff9a92;color-scheme:dark}}
        :root[data-theme=dark]{--ground:#12141a;--panel:#1b1e27;--line:#343947;--ink:#e8eaf0;--soft:#a6adbd;\
        --accent:#8fb0ff;--mark:#22304f;--get:#6fd49b;--post:#8fb0ff;--put:#f0b060;--patch:#c9a6f5;--delete:#ff9a92;\
        color-scheme:dark}
        *{box-sizing:border-box}
        html{scroll-padding-top:1rem}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 var(--font);\
        display:grid;grid-template-columns:var(--side) minmax(0,1fr)}
        a{color:var(--accent)}
        a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,pre:focus-visible,\
        main:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
        code,pre{font:.875em/1.5 var(--mono)}
        code{background:var(--panel);padding:.1em .3em;border-radius:4px;overflow-wrap:anywhere}
        pre{background:var(--panel);border:1px solid var(--line);border-radius:var(--radius);padding:.75rem;margin:.5rem 0;\
        overflow:auto;max-height:26rem}
        pre code{background:none;padding:0;overflow-wrap:normal}
        .skip{position:absolute;left:-99rem}
        .skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem 1rem;z-index:2}
        .side{position:sticky;top:0;height:100vh;overflow:auto;border-right:1px solid var(--line);padding:1.25rem 1rem;\
        background:var(--panel);font-size:.875rem}
        .side .name{font-weight:700;font-size:1.125rem;margin:0 0 .75rem}
        .side input{width:100%;font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);\
        border-radius:var(--radius);padding:.5rem .6rem}
        .side label{display:block;color:var(--soft);margin-bottom:.25rem}
        .side ul{list-style:none;margin:.15rem 0 .75rem;padding:0}
        .side li a{display:block;color:var(--ink);text-decoration:none;padding:.15rem .4rem;border-radius:4px;\
        overflow-wrap:anywhere}
        .side li a:hover{background:var(--mark)}
        .side h2{font-size:.8rem;margin:1rem 0 0;color:var(--soft);border:0;padding:0}
        .side h2 a{color:inherit;text-decoration:none}
        .found{color:var(--soft);min-height:1.5em;margin:.35rem 0}
        button{font:inherit;font-size:.8125rem;color:var(--ink);background:var(--ground);border:1px solid var(--soft);\
        border-radius:6px;padding:.2rem .6rem;cursor:pointer}
        button:hover{background:var(--mark)}
        main{padding:2rem clamp(1rem,4vw,3rem) 6rem;max-width:62rem;min-width:0}
        h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
        h2{font-size:1.5rem;margin:3rem 0 1rem;padding-top:1rem;border-top:1px solid var(--line)}
        h3{font-size:1.125rem;margin:0}
        h4{font-size:.875rem;margin:1.1rem 0 .35rem;color:var(--soft)}
        h3 a{color:inherit;text-decoration:none}
        h3 a:hover{text-decoration:underline}
        .lead{font-size:1.125rem;color:var(--soft);margin-top:0}
        article{border:1px solid var(--line);border-radius:var(--radius);padding:1rem 1.25rem;margin:0 0 1rem}
        article:target{border-color:var(--accent);box-shadow:0 0 0 2px var(--mark)}
        article p{margin:.4rem 0}
        .route{display:flex;gap:.6rem;align-items:baseline;flex-wrap:wrap}
        .route code{font-size:.95rem;background:none;padding:0}
        .method{font:700 .8rem var(--mono);border:1px solid currentColor;border-radius:4px;padding:.05rem .4rem}
        .GET{color:var(--get)}.POST{color:var(--post)}.PUT{color:var(--put)}.PATCH{color:var(--patch)}\
        .DELETE{color:var(--delete)}
        .badges{display:flex;flex-wrap:wrap;gap:.4rem;margin:.5rem 0;padding:0;list-style:none;font-size:.8125rem}
        .badges li{border:1px solid var(--line);border-radius:99px;padding:.05rem .65rem;background:var(--panel)}
        .badges a{text-decoration:none}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
        th{font-weight:600;color:var(--soft)}
        td:last-child{padding-right:0}
        td code{white-space:nowrap}
        td .wrap,.wrap{white-space:normal}
        .quiet{color:var(--soft)}
        .errors{padding-left:1.1rem;margin:.25rem 0;font-size:.9rem}
        details{margin:.4rem 0}
        summary{cursor:pointer;font-size:.9rem}
        .curl{position:relative}
        .curl button{position:absolute;right:.5rem;top:.5rem}
        .curl pre{padding-right:5rem;white-space:pre-wrap;overflow-wrap:anywhere}
        .steps li{margin:.3rem 0}
        svg{max-width:100%;height:auto;display:block;margin:1rem 0}
        svg text{font:14px var(--font);fill:var(--ink)}
        svg .quiet{fill:var(--soft);font-size:12px}
        svg rect{fill:var(--panel);stroke:var(--line)}
        svg path{fill:none;stroke:var(--accent);stroke-width:1.5;opacity:.75}
        [hidden]{display:none!important}
        @media(max-width:760px){body{display:block}.side{position:static;height:auto;border-right:0;\
        border-bottom:1px solid var(--line)}.side nav{max-height:13rem;overflow:auto;border:1px solid var(--line);\
        border-radius:var(--radius);padding:0 .5rem;margin-top:.5rem}main{padding-top:1.25rem}\
        article{padding:.9rem}}
        @media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
        @media print{body{display:block;font-size:11px}.side,button,.skip{display:none}article{break-inside:avoid;\
        border-color:#999}pre{max-height:none;white-space:pre-wrap}a{color:inherit}}

        """
}
