using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Sidebar.SignIn;

/// <summary>What a browser sees between the platform and the sidebar.</summary>
static class SignInPages
{
    const string MediaType = "text/html; charset=utf-8";
    const string Retry = """<p><a href="/sidebar">重新打开</a></p>""";

    // A page and no redirect: the browser sends the strict cookie only with a request that a page of the app makes.
    const string Onward = """<meta http-equiv="refresh" content="0;url=/sidebar">""";

    public static IResult Of(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.SignedIn => Page(
            StatusCodes.Status200OK, "登录成功", """<p>正在打开… <a href="/sidebar">没有反应就点这里</a></p>""", Onward),
        SignInOutcome.Unknown => Page(
            StatusCodes.Status403Forbidden,
            "你的企业微信账号还没有登记",
            "<p>请让社群运营台的管理员在「设置 → 员工」里添加你，并填上你的企业微信账号，然后再打开这个页面。</p>" + Retry),
        SignInOutcome.PlatformAway => Page(
            StatusCodes.Status503ServiceUnavailable,
            "企业微信暂时没有回应",
            "<p>请过一分钟再试。如果一直这样，请让管理员在「设置 → 渠道」里检查企业微信的设置。</p>" + Retry),
        _ => Page(StatusCodes.Status400BadRequest, "登录已失效", "<p>这次登录已经用过或者超时了。</p>" + Retry),
    };

    static IResult Page(int status, string title, string body, string head = "") => Results.Content(
        $"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        {head}
        </head>
        <body><main><h1>{title}</h1>{body}</main></body>
        </html>
        """,
        MediaType,
        statusCode: status);
}
