namespace FunctionsApp.Acquisition.Landing;

/// <summary>The style sheet of public pages: one column for phones, light or dark as the system is.</summary>
static class LandingStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--ground:#f2f6f4;--paper:#fff;--ink:#12221c;--muted:#5b7169;--brand:#0f8a57;
          --deep:#064b38;--line:#e2eae6}
        @media(prefers-color-scheme:dark){:root{--ground:#0d1512;--paper:#16211d;--ink:#e8f0ec;--muted:#9db3aa;
          --brand:#35c489;--line:#26352f}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);
          font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;
          -webkit-text-size-adjust:100%}
        header{padding:40px max(24px,calc(50% - 216px)) 76px;background:linear-gradient(160deg,#0f8a57,#064b38);
          color:#fff}
        header p{margin:0 0 6px;font-size:14px;opacity:.85}
        h1{margin:0;font-size:26px;line-height:1.3;overflow-wrap:anywhere}
        header .intro{margin:10px 0 0;font-size:15px;opacity:.92}
        main{max-width:480px;margin:-52px auto 0;padding:0 16px 40px}
        section{margin:0 0 16px;padding:20px;border-radius:16px;background:var(--paper);
          box-shadow:0 1px 3px rgb(0 0 0/.06);overflow-wrap:anywhere}
        h2{margin:0 0 10px;font-size:17px}
        .join{text-align:center}
        .join img{display:block;width:min(240px,70vw);aspect-ratio:1;margin:0 auto 8px;border-radius:12px;
          background:#fff;image-rendering:pixelated}
        .join p{margin:0 0 14px;color:var(--muted);font-size:14px}
        .join a{display:block;padding:13px;border-radius:999px;background:#0c7a4c;color:#fff;font-size:17px;
          font-weight:600;text-decoration:none}
        .join a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
        ul,ol{margin:0;padding:0;list-style:none}
        li{position:relative;padding:4px 0 4px 30px}
        ul li::before{content:"✓";position:absolute;left:0;top:7px;width:20px;height:20px;border-radius:50%;
          background:var(--brand);color:var(--paper);font-size:12px;line-height:20px;text-align:center;font-weight:700}
        ol{counter-reset:rule}
        ol li{counter-increment:rule;color:var(--muted);font-size:15px}
        ol li::before{content:counter(rule) ".";position:absolute;left:4px;font-variant-numeric:tabular-nums}
        .state{padding:36px 24px;text-align:center}
        .state .mark{display:block;width:56px;height:56px;margin:0 auto 14px;fill:none;stroke:var(--brand);
          stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
        .state h2{font-size:21px;margin-bottom:8px}
        .state p{margin:0;color:var(--muted);text-wrap:balance}
        .state .when{margin-bottom:8px;color:var(--ink);font-weight:600}
        .count{text-align:center}
        .count strong{display:block;font-size:44px;line-height:1.2;font-variant-numeric:tabular-nums}
        .count p{margin:4px 0 0;color:var(--muted);font-size:15px}
        .vote p{margin:0 0 14px;color:var(--muted);font-size:15px;text-align:center}
        .vote button{display:block;width:100%;margin:0 0 12px;padding:14px 16px;border:2px solid var(--line);
          border-radius:14px;background:var(--paper);color:var(--ink);font:inherit;text-align:left;cursor:pointer;
          overflow-wrap:anywhere}
        .vote button[aria-pressed=true]{border-color:var(--brand);font-weight:600}
        .vote button:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
        .rewards li{display:flex;gap:12px;justify-content:space-between;padding-left:0}
        .rewards li::before{content:none}
        .rewards span{color:var(--muted);white-space:nowrap}
        """;
}
