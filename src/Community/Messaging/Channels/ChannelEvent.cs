using System.Text.Json.Serialization;

namespace Community.Messaging.Channels;

/// <summary>What a channel tells us happened, at the channel's own instant.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MemberJoined), "member.joined")]
[JsonDerivedType(typeof(MemberLeft), "member.left")]
[JsonDerivedType(typeof(MemberRenamed), "member.renamed")]
[JsonDerivedType(typeof(MessagePosted), "message.posted")]
[JsonDerivedType(typeof(GroupDissolved), "group.dissolved")]
[JsonDerivedType(typeof(TaskDone), "task.done")]
public abstract record ChannelEvent(DateTimeOffset Timestamp)
{
    /// <summary>A person came in; <c>State</c> is the code they scanned, <c>InvitedBy</c> the member who brought them.</summary>
    public sealed record MemberJoined(DateTimeOffset Timestamp, string GroupId, string MemberId, string Name, string? State, string? InvitedBy)
        : ChannelEvent(Timestamp)
    {
        /// <summary>The same for every identity of one person on the platform, where the platform tells it.</summary>
        public string? UnionId { get; init; }
    }

    /// <summary>A person went out or was removed.</summary>
    public sealed record MemberLeft(DateTimeOffset Timestamp, string GroupId, string MemberId) : ChannelEvent(Timestamp);

    /// <summary>A person set another card name.</summary>
    public sealed record MemberRenamed(DateTimeOffset Timestamp, string GroupId, string MemberId, string Name) : ChannelEvent(Timestamp);

    /// <summary>A person wrote something.</summary>
    public sealed record MessagePosted(DateTimeOffset Timestamp, string GroupId, string MemberId, string Text) : ChannelEvent(Timestamp);

    /// <summary>The group is gone.</summary>
    public sealed record GroupDissolved(DateTimeOffset Timestamp, string GroupId) : ChannelEvent(Timestamp);

    /// <summary>A staff member did what a task asked for; <c>JoinUrl</c> where the task was to make a way in.</summary>
    public sealed record TaskDone(DateTimeOffset Timestamp, string TaskId, string? JoinUrl) : ChannelEvent(Timestamp);
}
