using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Messaging.WeCom.Tokens;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Sidebar.Sdk;

/// <summary>What the page of the sidebar says to the JS-SDK of the platform.</summary>
public sealed class SdkEndpoint(
    IEnumerable<SdkTicketStore> tickets,
    IEnumerable<WeComSettings> settings,
    PublicAddress address,
    IdSource ids,
    TimeProvider clock)
{
    // Null where the app runs on another channel, and no request gets here.
    readonly SdkTicketStore? tickets = tickets.SingleOrDefault();
    readonly WeComSettings? settings = settings.SingleOrDefault();

    /// <summary>
    /// The signatures of a page for <c>wx.config</c> and <c>wx.agentConfig</c>; 400 for a page of another origin than
    /// the public address of the app, 503 while the platform gives no ticket.
    /// </summary>
    [Function("GetSidebarSdk")]
    [StaffOnly]
    [Query<string>("url", "The address of the page; its fragment does not count.", IsRequired = true)]
    [Response<SdkView>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sidebar/sdk")] HttpRequest request)
    {
        if (FindPage(request) is not { } page)
            return Problems.Invalid("url", "is no page of the public address of the app.");
        if (await tickets!.GetAsync() is not WeComReply<string>.Success { Value: var ticket }
            || await tickets.GetOfAgentAsync() is not WeComReply<string>.Success { Value: var ticketOfAgent })
        {
            return Problems.Unavailable(request, "The platform is unavailable.", "It gives no ticket of the JS-SDK.");
        }

        var (nonce, now) = (ids.NewId(), clock.GetUtcNow());
        return ApiJson.Json(new SdkView(
            settings!.CorpId,
            settings.AgentId,
            now.ToUnixTimeSeconds(),
            nonce,
            SdkSignature.Sign(ticket, nonce, now, page),
            SdkSignature.Sign(ticketOfAgent, nonce, now, page)));
    }

    // A path of the public address is part of the origin's pages, not of the origin.
    Uri? FindPage(HttpRequest request) =>
        Uri.TryCreate(request.Query["url"].ToString(), UriKind.Absolute, out var page)
        && page.UserInfo.Length == 0
        && page.GetLeftPart(UriPartial.Authority) == new Uri(address.Absolute(request, "/"))
            .GetLeftPart(UriPartial.Authority)
            ? page
            : null;
}

/// <summary>
/// What <c>wx.config</c> and <c>wx.agentConfig</c> take; <c>timestamp</c> is in seconds since 1970.
/// </summary>
public sealed record SdkView(
    string CorpId, int AgentId, long Timestamp, string Nonce, string ConfigSignature, string AgentSignature);
