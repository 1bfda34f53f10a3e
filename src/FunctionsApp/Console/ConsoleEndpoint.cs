using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Console;

/// <summary>The operators' web console.</summary>
public sealed class ConsoleEndpoint(ConsoleFiles files)
{
    const string CacheForAYear = "public, max-age=31536000, immutable";
    const string AskEachTime = "no-cache";

    /// <summary>A file of the console, its page for every other path, or a page that says how to build it.</summary>
    [Function("Console")]
    [Public]
    [NotDescribed("Files and pages of the operators' console, not calls of the API.")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/{*path}")] HttpRequest request,
        string? path)
    {
        ConsoleHeaders.Set(request.HttpContext.Response.Headers);
        if (!files.IsBuilt) return Results.Content(NotBuiltPage.Html, NotBuiltPage.MediaType, statusCode: 404);
        return files.Find(path ?? "") is { } file
            ? Send(request, file)
            : Problems.NotFound($"The console has no file {path}.");
    }

    static IResult Send(HttpRequest request, ConsoleFile file)
    {
        var headers = request.HttpContext.Response.Headers;
        var form = file.Choose(request.GetTypedHeaders().AcceptEncoding);
        headers.CacheControl = file.IsImmutable ? CacheForAYear : AskEachTime;
        headers.Vary = "Accept-Encoding";
        if (form.Coding is not null) headers.ContentEncoding = form.Coding;
        return Results.Bytes(form.Bytes, file.MediaType, entityTag: form.Tag);
    }
}
