using Community.Selling.Links;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Links;

public sealed class LinkEndpoint(LinkCache links, ClickBatcher clicks, AllowedLinkHosts hosts)
{
    // It says only that this browser followed this link before, and is sent to no other path.
    const string FollowedCookie = "followed";

    static readonly TimeSpan CookieLife = TimeSpan.FromDays(180);

    /// <summary>
    /// 302 to the product page once the click is stored; 404 for an unknown code, 410 when its host is no longer
    /// allowed, 503 when the click cannot be stored. HEAD answers the same and is no click.
    /// </summary>
    [Function("FollowLink")]
    [Public]
    [Response(302), Problem(410, 503)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "l/{code}")] HttpRequest request,
        string code) =>
        StorageProblems.AnswerAsync(
            request, () => FollowAsync(request, code), "The click could not be recorded.");

    async Task<IResult> FollowAsync(HttpRequest request, string code)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store"; // the next click must arrive here as well
        if (await links.FindAsync(code) is not { } link) return Problems.NotFound("This link leads nowhere.");
        if (!hosts.Allows(link.Target)) return Problems.Gone("This link's shop is no longer the brand's.");
        if (!HttpMethods.IsHead(request.Method)) await RecordAsync(request, link);
        return Results.Redirect(link.Destination);
    }

    async Task RecordAsync(HttpRequest request, TrackedLink link)
    {
        await clicks.RecordAsync(link, isFirst: !request.Cookies.ContainsKey(FollowedCookie));
        PageCookie.Set(request, FollowedCookie, "1", $"/l/{link.Code}", CookieLife);
    }
}
