using Community.Messaging.Channels;

namespace Simulation.Channel;

/// <summary>The platform that the groups of a run are on.</summary>
interface IPlatform
{
    /// <summary>
    /// What reached the chats, in the order in which it did: by the channel, by a group send that its owner confirmed,
    /// and by hand.
    /// </summary>
    IReadOnlyList<PerformedAction> PerformedActions { get; }
}

/// <summary>
/// An action that was performed. <paramref name="Key"/> is that of its delivery; it is null for a message that a person
/// sent for a staff task, whose id <see cref="TaskId"/> is, and for one that no delivery asked for.
/// </summary>
sealed record PerformedAction(ChannelAction Action, string? Key, string GroupId, string Text, DateTimeOffset At)
{
    public string? TaskId { get; init; }
}
