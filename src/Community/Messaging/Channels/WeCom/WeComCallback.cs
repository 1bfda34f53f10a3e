using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// What a callback tells about the customer groups. The platform may lose callbacks, and send them late, again and in
/// another order. Changes that are made through the API cause none.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(GroupCreated), "create")]
[JsonDerivedType(typeof(GroupDismissed), "dismiss")]
[JsonDerivedType(typeof(MembersAdded), "add_member")]
[JsonDerivedType(typeof(MembersRemoved), "del_member")]
[JsonDerivedType(typeof(OwnerChanged), "change_owner")]
[JsonDerivedType(typeof(NameChanged), "change_name")]
[JsonDerivedType(typeof(NoticeChanged), "change_notice")]
[JsonDerivedType(typeof(Other), "other")]
public abstract record WeComCallback(DateTimeOffset CreatedAt)
{
    public sealed record GroupCreated(DateTimeOffset CreatedAt, string ChatId) : WeComCallback(CreatedAt);

    public sealed record GroupDismissed(DateTimeOffset CreatedAt, string ChatId) : WeComCallback(CreatedAt);

    /// <summary>
    /// <c>JoinScene</c> is the platform's number of the way in, <c>MemberIds</c> the ids of staff or external
    /// contacts, which need not be complete: <c>Count</c> is how many came.
    /// </summary>
    public sealed record MembersAdded(
        DateTimeOffset CreatedAt,
        string ChatId,
        int? JoinScene,
        int? Count,
        IReadOnlyList<string> MemberIds,
        WeComVersions? Versions) : WeComCallback(CreatedAt);

    /// <summary>As <see cref="MembersAdded"/>; <c>QuitScene</c> is 0 for leaving, 1 for being removed.</summary>
    public sealed record MembersRemoved(
        DateTimeOffset CreatedAt,
        string ChatId,
        int? QuitScene,
        int? Count,
        IReadOnlyList<string> MemberIds,
        WeComVersions? Versions) : WeComCallback(CreatedAt);

    public sealed record OwnerChanged(DateTimeOffset CreatedAt, string ChatId, WeComVersions? Versions)
        : WeComCallback(CreatedAt);

    public sealed record NameChanged(DateTimeOffset CreatedAt, string ChatId) : WeComCallback(CreatedAt);

    public sealed record NoticeChanged(DateTimeOffset CreatedAt, string ChatId) : WeComCallback(CreatedAt);

    /// <summary>
    /// A message to the app, an event of another kind, or a change that is not known. <c>ChatId</c> is set for a change
    /// of a customer group.
    /// </summary>
    public sealed record Other(DateTimeOffset CreatedAt, string? ChatId) : WeComCallback(CreatedAt);

    /// <summary>The customer group of which the callback tells; null for a callback about something else.</summary>
    [JsonIgnore]
    public string? AffectedChatId => this switch
    {
        GroupCreated created => created.ChatId,
        GroupDismissed dismissed => dismissed.ChatId,
        MembersAdded added => added.ChatId,
        MembersRemoved removed => removed.ChatId,
        OwnerChanged changed => changed.ChatId,
        NameChanged changed => changed.ChatId,
        NoticeChanged changed => changed.ChatId,
        Other other => other.ChatId,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// What all repeats of the event share; null for an event without versions, which is never a repeat and only a
    /// reason to read the group. The sender and the time identify nothing, because the sender is always <c>sys</c>.
    /// </summary>
    [JsonIgnore]
    public WeComIdentity? Identity => this switch
    {
        MembersAdded { Versions: { } versions } added => new(added.ChatId, "update", "add_member", versions),
        MembersRemoved { Versions: { } versions } removed => new(removed.ChatId, "update", "del_member", versions),
        OwnerChanged { Versions: { } versions } changed => new(changed.ChatId, "update", "change_owner", versions),
        _ => null,
    };
}

/// <summary>The versions of a group's member list before and after a change; opaque texts without an order.</summary>
public sealed record WeComVersions(string Last, string Current);

/// <summary>The identity of an event with versions.</summary>
public sealed record WeComIdentity(string ChatId, string ChangeType, string UpdateDetail, WeComVersions Versions);
