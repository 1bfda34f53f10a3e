using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Tests.Functions;

public sealed class HttpSamples(Recorder recorder)
{
    [Function("Open")]
    public static IActionResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new OkObjectResult(new { request.Method, Fine = true });

    [Function("Guarded")]
    public IActionResult Guarded([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request)
    {
        recorder.Add("guarded");
        return new OkResult();
    }

    [Function("SystemOnly")]
    public static IResult SystemOnly(
        [HttpTrigger(AuthorizationLevel.System, "get", Route = "system")] HttpRequest request) =>
        TypedResults.NoContent();

    [Function("AdminOnly")]
    public static IResult AdminOnly(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "admin-area")] HttpRequest request) =>
        TypedResults.NoContent();

    [Function("Scan")]
    public static async Task<IActionResult> ScanAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "s/{code}")] HttpRequest request, string code)
    {
        await Task.Yield();
        return new RedirectResult($"/g/{code}");
    }

    [Function("Poster")]
    public static IActionResult Poster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "posters/{id}.png")] HttpRequest request, Guid id) =>
        new FileContentResult(id.ToByteArray(), "image/png");

    [Function("Page")]
    public static ValueTask<IResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/{number?}")] HttpRequest request,
        int? number,
        FunctionContext context) =>
        ValueTask.FromResult<IResult>(
            TypedResults.Text($"{context.FunctionDefinition.Name} {number?.ToString() ?? "none"}"));

    [Function("Read")]
    public static async Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, CancellationToken cancellation)
    {
        using var reader = new StreamReader(request.Body);
        return TypedResults.Text(await reader.ReadToEndAsync(cancellation));
    }

    [Function("Broken")]
    public static IResult Broken([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        throw new InvalidOperationException("a secret of the program");
}
