using System.Security.Cryptography;
using System.Text;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>The style sheet of the page, which its Content-Security-Policy allows by hash.</summary>
static class ApiDocsStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--line:#8884;--soft:#8882;--accent:#0a7d4f}
        *{box-sizing:border-box}
        body{margin:0;font:16px/1.5 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
        main,header,nav{max-width:1100px;margin:0 auto;padding:0 16px}
        nav{display:flex;flex-wrap:wrap;gap:4px 16px;padding-bottom:8px;border-bottom:1px solid var(--line)}
        a{color:var(--accent)}
        h2{margin:32px 0 4px}
        code,pre{font:14px/1.45 ui-monospace,"Cascadia Mono",Menlo,monospace}
        pre{margin:8px 0;padding:8px 12px;background:var(--soft);border-radius:6px;overflow-x:auto;white-space:pre-wrap}
        details{border:1px solid var(--line);border-radius:6px;margin:8px 0}
        details details{margin:8px 0;border-style:dashed}
        summary{cursor:pointer;padding:8px 12px}
        .body{padding:0 12px 8px}
        .method{display:inline-block;min-width:58px;font-weight:700;color:var(--accent)}
        .mark{font-size:13px;padding:0 6px;border:1px solid var(--line);border-radius:10px}
        .title{color:color-mix(in srgb,currentColor 70%,transparent)}
        table{width:100%;border-collapse:collapse;margin:8px 0}
        th,td{text-align:left;vertical-align:top;padding:4px 8px 4px 0;border-top:1px solid var(--line)}
        th{font-weight:600;width:30%}
        h3{font-size:15px;margin:16px 0 4px}
        """;

    /// <summary>The source of <c>style-src</c>.</summary>
    public static string Hash { get; } =
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}";
}
