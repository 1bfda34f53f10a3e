using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.Channels;
using Rehearsal.Hosting;

namespace Rehearsal.Runs;

/// <summary>
/// The platform of a rehearsal. It keeps what it was asked for; while it is out of order no call is answered.
/// <paramref name="isOnWeCom"/> says who performs the actions.
/// </summary>
sealed class RehearsalChannel(SimulatedClock clock, bool isOnWeCom) : IChannel
{
    readonly List<(DateTimeOffset From, DateTimeOffset To)> outages = [];
    int calls;

    public string Name => isOnWeCom ? "WeCom" : "Simulated";

    public bool ReportsMessages => !isOnWeCom;

    /// <summary>When the platform is out of order.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Outages => outages;

    /// <summary>Called for each action that the platform performed or prepared.</summary>
    public Action<ChannelCall>? Performed { get; set; }

    public Capability CapabilityOf(ChannelAction action) =>
        isOnWeCom ? WeComCapabilities.Of(action) : SimulatedCapabilities.DefaultOf(action);

    public void AddOutage(DateTimeOffset from, DateTimeOffset to) => outages.Add((from, to));

    public bool IsOutOfOrder(DateTimeOffset at) => outages.Exists(outage => outage.From <= at && at < outage.To);

    public Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken)
    {
        if (IsOutOfOrder(clock.Now)) throw new HttpRequestException("The platform is out of order.");
        var id = FormattableString.Invariant($"call-{++calls}");
        var joinUrl = call.Action is ChannelAction.CreateGroup or ChannelAction.OpenJoinCode
            ? JoinUrlOf(call.GroupId)
            : null;
        Performed?.Invoke(call);
        return Task.FromResult<ChannelReply>(new ChannelReply.Accepted(id, joinUrl));
    }

    /// <summary>The join link of a group that the platform or staff made.</summary>
    public static string JoinUrlOf(string groupId) => $"{RehearsedApp.Address}/join/{groupId}";
}
