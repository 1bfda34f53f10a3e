using Community.Messaging.Channels;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging.Channels;

/// <summary>What the channel does by itself.</summary>
public sealed class CapabilitiesEndpoint(IChannel channel)
{
    /// <summary>
    /// Who performs each action on the platform: the platform by itself, staff who confirm it, staff alone, or nobody,
    /// with what replaces the action then.
    /// </summary>
    [Function("GetChannelCapabilities")]
    [Response<ChannelCapabilitiesView>]
    public IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/channel/capabilities")] HttpRequest request) =>
        ApiJson.Json(new ChannelCapabilitiesView(channel.Name, channel.Describe(Enum.GetValues<ChannelAction>())));
}

/// <summary>The channel by the name of the setting <c>Channel</c>, and its actions.</summary>
public sealed record ChannelCapabilitiesView(string Channel, IReadOnlyList<ChannelActionView> Actions);
