namespace FunctionsApp.Console;

/// <summary>The page in place of a console that was not built.</summary>
static class NotBuiltPage
{
    public const string MediaType = "text/html; charset=utf-8";

    public const string Html = """
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>社群运营台</title>
        <h1>社群运营台还没有构建</h1>
        <p>安装 Node.js 20.19 或更高版本，然后重新运行 <code>dotnet build</code>。API 不受影响：<a href="/docs">/docs</a></p>
        <p lang="en">The operators' console is not built. Install Node.js 20.19 or later and run
        <code>dotnet build</code> again. The API works without it: <a href="/docs">/docs</a></p>
        </html>
        """;
}
