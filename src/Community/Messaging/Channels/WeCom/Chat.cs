using Community.Platform;

namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// A customer group of the platform. <see cref="GroupId"/> is the group of ours that it is; null while nobody has said
/// so. <see cref="Customers"/> is null before the first read.
/// </summary>
public sealed record Chat(string ChatId, DateTimeOffset FirstSeenAt)
{
    public string? GroupId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The id of the owner on the platform; empty before the first read.</summary>
    public string OwnerId { get; init; } = "";

    public int? Customers { get; init; }

    public MemberVersions Versions { get; init; } = MemberVersions.None;

    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The instant at which the platform told that the chat is gone; null while it lives.</summary>
    public DateTimeOffset? DismissedAt { get; init; }
}

public abstract record ChatCommand
{
    ChatCommand()
    {
    }

    public sealed record Bind(string GroupId) : ChatCommand;

    /// <summary>Takes a binding back that the group refused.</summary>
    public sealed record Unbind(string GroupId) : ChatCommand;

    /// <summary><c>Change</c> are the versions of the callback that asked for the read; null without one.</summary>
    public sealed record Read(ChatRoster Roster, DateTimeOffset At, WeComVersions? Change = null) : ChatCommand;

    public sealed record Dismiss(DateTimeOffset At) : ChatCommand;
}

public abstract record ChatEvent
{
    ChatEvent()
    {
    }

    public sealed record Bound(string GroupId) : ChatEvent;

    public sealed record Unbound : ChatEvent;

    /// <summary><c>Versions</c> are those that are held after the read.</summary>
    public sealed record RosterRead(
        string Name, string OwnerId, int Customers, MemberVersions Versions, DateTimeOffset At) : ChatEvent;

    public sealed record Dismissed(DateTimeOffset At) : ChatEvent;

    public sealed record Refused(Refusal Refusal) : ChatEvent;
}
