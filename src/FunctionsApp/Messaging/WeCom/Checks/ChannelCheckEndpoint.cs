using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging.WeCom.Checks;

/// <summary>Whether the platform is set up as the app needs it.</summary>
public sealed class ChannelCheckEndpoint(IChannel channel, IEnumerable<ChannelChecks> checks)
{
    /// <summary>
    /// What works and what does not, each with what to do in the platform's admin console, in Chinese. It asks the
    /// platform a few times. A channel that needs no set-up has no checks.
    /// </summary>
    [Function("CheckChannel")]
    [Response<ChannelCheckView>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/channel/check")] HttpRequest request) =>
        ApiJson.Json(new ChannelCheckView(
            channel.Name, checks.SingleOrDefault() is { } platform ? await platform.RunAsync() : []));
}

/// <summary>The channel by the name of the setting <c>Channel</c>, and its checks in their order.</summary>
public sealed record ChannelCheckView(string Channel, IReadOnlyList<ChannelCheckItem> Checks);

public enum ChannelCheckState
{
    Passed,

    Failed,

    /// <summary>An earlier check failed, or nothing is known yet.</summary>
    Unknown,
}

/// <summary>One check: <paramref name="Message"/> says in Chinese what is so, or what to do.</summary>
public sealed record ChannelCheckItem(ChannelCheckKind Check, ChannelCheckState State, string Message);

public enum ChannelCheckKind
{
    /// <summary>The corporation, the secret of the app and the address that calls come from.</summary>
    Credentials,

    /// <summary>The app is switched on, and sees staff.</summary>
    VisibleScope,

    /// <summary>The app may read customer groups.</summary>
    CustomerGroups,

    /// <summary>The platform's callbacks arrive.</summary>
    Callback,

    /// <summary>All chats of the platform are bound to groups.</summary>
    Binding,

    /// <summary>The limit of group sends that the app reckons with.</summary>
    GroupSendLimit,
}
