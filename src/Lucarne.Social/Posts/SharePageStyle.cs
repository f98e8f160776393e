namespace Lucarne.Social.Posts;

/// <summary>The share page's stylesheet; the page's policy allows exactly these bytes.</summary>
internal static class SharePageStyle
{
    public const string Css = """
        :root{color-scheme:dark;--ground:#0c0d10;--text:#f1efe9;--quiet:#a3a29c;--line:#26272c;--lamp:#ffc46b}
        *{box-sizing:border-box;margin:0}
        html,body{height:100%}
        body{background:var(--ground);color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-font-smoothing:antialiased}
        video{display:block;width:100%;height:auto;background:#000}
        .page main{min-height:100%;max-width:72rem;margin:0 auto;padding:clamp(1rem,4vw,3rem);display:grid;gap:clamp(1.25rem,4vw,3rem);align-items:center;justify-content:center}
        .page video{max-height:min(86vh,86dvh);width:auto;max-width:100%;margin:0 auto;border-radius:1rem;box-shadow:0 0 0 1px var(--line),0 2rem 6rem -1rem #000,0 0 8rem -3rem #ffc46b55}
        article{max-width:30rem}
        .author{color:var(--quiet);font-size:.95rem}
        .author strong{color:var(--text);font-weight:600}
        .mark{width:1.05em;height:1.05em;vertical-align:-.15em;fill:var(--lamp);stroke:#1b1405;stroke-width:3;stroke-linecap:round;stroke-linejoin:round}
        .mark circle{stroke:none}
        .mark path{fill:none}
        h1{font-size:clamp(1.35rem,2.4vw,1.9rem);line-height:1.2;font-weight:650;letter-spacing:-.015em;margin:.6rem 0 .9rem;overflow-wrap:anywhere;text-wrap:balance}
        .caption{white-space:pre-line;overflow-wrap:anywhere;margin-bottom:1rem}
        .prompt{color:var(--quiet);border-inline-start:2px solid var(--lamp);padding-inline-start:.9rem;white-space:pre-line;overflow-wrap:anywhere}
        .prompt span{display:block;font-size:.72rem;letter-spacing:.08em;text-transform:uppercase;color:var(--lamp)}
        .meta{color:var(--quiet);font-size:.85rem;margin-top:1rem}
        .actions{display:flex;gap:.75rem;flex-wrap:wrap;margin-top:1.5rem}
        a{color:var(--text);text-underline-offset:.2em}
        .actions a{padding:.65rem 1.15rem;border-radius:999px;border:1px solid var(--line);text-decoration:none;font-weight:550}
        .actions a:hover{border-color:var(--quiet)}
        .actions .primary{background:var(--lamp);border-color:var(--lamp);color:#1b1405}
        a:focus-visible,video:focus-visible{outline:3px solid var(--lamp);outline-offset:3px}
        .embed{overflow:hidden;background:#000}
        .embed video{width:100%;height:100%;object-fit:contain}
        @media (min-width:48rem){.page main{grid-template-columns:auto minmax(16rem,30rem)}.gone main{grid-template-columns:auto}}
        """;
}
