using System.Diagnostics;
using Community.Platform;

namespace Community.Messaging.Channels.WeCom;

/// <summary>A chat belongs to one group for good, and is known as the latest read told.</summary>
public static class ChatRules
{
    /// <summary>No events for a repeat, and for a read of an earlier version of the member list.</summary>
    public static IReadOnlyList<ChatEvent> Decide(ChatCommand command, Chat chat) => command switch
    {
        ChatCommand.Bind bind when bind.GroupId == chat.GroupId => [],
        ChatCommand.Bind when chat.GroupId is { } other =>
            [new ChatEvent.Refused(Refusal.Conflict(ConflictKind.InUse, $"the chat is bound to the group {other}"))],
        ChatCommand.Bind when chat.DismissedAt is not null =>
            [new ChatEvent.Refused(Refusal.Conflict(ConflictKind.Ended, "the chat is dismissed"))],
        ChatCommand.Bind bind => [new ChatEvent.Bound(bind.GroupId)],
        ChatCommand.Unbind unbind when unbind.GroupId == chat.GroupId => [new ChatEvent.Unbound()],
        ChatCommand.Unbind => [],
        ChatCommand.Read read when IsStale(chat, read.Roster) => [],
        ChatCommand.Read { Roster: var roster, At: var at } read =>
        [
            new ChatEvent.RosterRead(
                roster.Name,
                roster.OwnerId,
                roster.Members.Count(member => !member.IsStaff),
                VersionsAfter(read, chat.Versions),
                at),
        ],
        ChatCommand.Dismiss when chat.DismissedAt is not null => [],
        ChatCommand.Dismiss dismiss => [new ChatEvent.Dismissed(dismiss.At)],
        _ => throw new UnreachableException(),
    };

    public static Chat Evolve(Chat chat, ChatEvent happened) => happened switch
    {
        ChatEvent.Bound bound => chat with { GroupId = bound.GroupId },
        ChatEvent.Unbound => chat with { GroupId = null },
        ChatEvent.RosterRead read => chat with
        {
            Name = read.Name,
            OwnerId = read.OwnerId,
            Customers = read.Customers,
            Versions = read.Versions,
            ReadAt = read.At,
        },
        ChatEvent.Dismissed dismissed => chat with { DismissedAt = dismissed.At },
        ChatEvent.Refused => chat,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// True for a read that shows the chat as it was before what is known. The platform's details lag behind its
    /// callbacks.
    /// </summary>
    public static bool IsStale(Chat chat, ChatRoster roster) =>
        roster.Version is { } version && version != chat.Versions.Held && chat.Versions.IsEarlier(version);

    /// <summary>
    /// The name that the group takes from its chat; null when the chat has its old name, or an operator gave the group
    /// another one.
    /// </summary>
    public static string? NewNameOf(string groupName, Chat before, ChatRoster roster) =>
        groupName == before.Name && roster.Name != before.Name && !string.IsNullOrWhiteSpace(roster.Name)
            ? roster.Name
            : null;

    /// <summary>The id on the platform of who took the chat over since the last read; null without one.</summary>
    public static string? NewOwnerOf(Chat before, ChatRoster roster) =>
        before.OwnerId.Length > 0 && roster.OwnerId.Length > 0 && roster.OwnerId != before.OwnerId
            ? roster.OwnerId
            : null;

    // Versions have no order. Only a callback says that the version of the read comes after the one that is held.
    static MemberVersions VersionsAfter(ChatCommand.Read read, MemberVersions held) => read.Roster.Version switch
    {
        null => held,
        var version when read.Change == new WeComVersions(held.Held ?? "", version) => held.MoveTo(version),
        var version => held.Read(version),
    };

    /// <summary>
    /// True for a read that does not contain the change yet of which the callback tells, so that the chat is read again
    /// later.
    /// </summary>
    public static bool IsBefore(ChatRoster roster, WeComVersions change) => roster.Version == change.Last;
}
