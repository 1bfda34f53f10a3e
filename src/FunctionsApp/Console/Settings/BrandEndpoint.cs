using Community.Messaging.Channels;
using FunctionsApp.Content;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Pushes.Sending;
using FunctionsApp.Trade.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Console.Settings;

/// <summary>How the app is set up, as far as operators need to know.</summary>
public sealed class BrandEndpoint(
    IChannel channel,
    ShopRegistry shops,
    ContentSettings content,
    PushLimitSettings pushLimits,
    PushPlanStore pushPlans,
    BrandTime time,
    PublicAddress address,
    TimeProvider clock)
{
    /// <summary>
    /// The brand's time, what the channel does by itself and what a person does, the shops with the addresses of their
    /// webhooks, the limits of pushes and whether pushes are paused. Secrets are not part of it.
    /// </summary>
    [Function("GetBrand")]
    [Response<BrandView>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/brand")] HttpRequest request) =>
        ApiJson.Json(new BrandView(
            clock.GetUtcNow(),
            time.Zone.Id,
            address.Absolute(request, ""),
            content.NeedsFourEyes,
            channel.Describe(Enum.GetValues<ChannelAction>()),
            [.. shops.All.Select(shop => ViewOf(shop, request))],
            address.Absolute(request, "/webhooks/channel"),
            PushLimitsView.From(pushLimits.LimitsOf(group: null)),
            await pushPlans.FindPauseAsync()));

    ShopView ViewOf(Shop shop, HttpRequest request) =>
        ShopView.From(shop, address.Absolute(request, $"/webhooks/shops/{shop.Name}"));
}

/// <summary>
/// The set-up of the brand. <c>now</c> is the time of the app, which may be virtual on the local runtime;
/// <c>timeZone</c> is an IANA name. <c>pushPause</c> is null while pushes go on.
/// </summary>
public sealed record BrandView(
    DateTimeOffset Now,
    string TimeZone,
    string PublicAddress,
    bool FourEyes,
    IReadOnlyList<ChannelActionView> Channel,
    IReadOnlyList<ShopView> Shops,
    string ChannelWebhook,
    PushLimitsView PushLimits,
    BrandPause? PushPause);

/// <summary>A shop, the address that it sends its orders to, and how many secrets it may sign with.</summary>
public sealed record ShopView(string Name, ShopKind Kind, string Webhook, int Secrets)
{
    public static ShopView From(Shop shop, string webhook) => new(shop.Name, shop.Kind, webhook, shop.Secrets.Count);
}
